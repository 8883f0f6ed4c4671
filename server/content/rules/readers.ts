/** The rules that hold while files are read, before there is a module for the others to look at. */
import type { Rule } from './rule.ts';

type ReaderRule = Pick<Rule, 'name' | 'reason'>;

const rule = (name: string, es: string, en: string): ReaderRule => ({ name, reason: { es, en } });

export const readerRules: readonly ReaderRule[] = [
  rule('folder', 'Lo que no se puede leer no se puede publicar.', 'What cannot be read cannot be published.'),
  rule(
    'file-names',
    'El nombre de un archivo dice qué es y cuál es su par en el otro idioma.',
    'A file’s name says what it is and which is its twin in the other language.',
  ),
  rule(
    'size',
    'Un archivo mayor que cualquier lección haría lenta la plataforma para los demás.',
    'A file larger than any lesson would slow the platform down for everyone.',
  ),
  rule(
    'encoding',
    'Fuera de UTF-8 los acentos se pierden, y un carácter invisible puede mostrar una cosa y decir otra.',
    'Outside UTF-8 accents are lost, and an invisible character can show one thing and say another.',
  ),
  rule(
    'yaml',
    'Los datos de un archivo se leen de una sola manera, o no se leen.',
    'A file’s data is read in one way only, or not at all.',
  ),
  rule(
    'schema',
    'Un dato que falta o de otro tipo dejaría un hueco en la página.',
    'A datum that is missing or of another kind would leave a hole in the page.',
  ),
  rule(
    'tracks',
    'Un módulo sin lugar en un itinerario no lo encuentra nadie.',
    'A module without a place in a track is found by nobody.',
  ),
  rule(
    'glossary',
    'Un término se explica en los dos idiomas, una sola vez.',
    'A term is explained in both languages, and once.',
  ),
  rule(
    'question',
    'Una pregunta que no se entiende al leerla tampoco se puede responder.',
    'A question that cannot be read cannot be answered.',
  ),
  rule(
    'assets',
    'Un archivo es lo que su nombre dice y cabe en una conexión lenta.',
    'A file is what its name says, and fits through a slow connection.',
  ),
  rule(
    'svg',
    'Un dibujo solo dibuja: lo que ejecuta, carga o enlaza se quita.',
    'A drawing only draws: what runs, loads or links is taken out.',
  ),
];
