/** Words of the field, names and places that the dictionaries do not know. One list a language, in alphabetical order. */
import type { Language } from '../module.ts';

export const OWN_WORDS: Record<Language, string> = {
  es: `
    accra adicionalidad altamar busan cambiaria cambiario conadur concesional concesionales desembolso desembolsos doha facilitador fehaciente
    filantropía focalización focalizar horizon incluyente incluyentes infobae k'atun mesoamérica mipymes monto montos
    nairobi planbelize predial preinversión prevenible prevenibles puntaje quórum remesadora remesadoras segeplan
    tributación trillion trillions
  `,
  en: `
    additionality altamar busan disaggregate infobae k'atun mesoamérica monitorable planbelize presentational untargeted
  `,
};
