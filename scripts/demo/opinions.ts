/** What the people of the demonstration say of lessons: made up, as they are. */
import type { PublishedModule } from '../../server/catalogue/index.ts';
import type { Language } from '../../server/content/module.ts';
import { giveFeedback } from '../../server/feedback/index.ts';

type Said = Parameters<typeof giveFeedback>[2]['said'];

/** What praises, and what asks for more. */
const praise: Record<Language, string[]> = {
  es: [
    'El ejemplo de Altamar me ayudó a explicarlo a mi equipo.',
    'Lo usamos el lunes en la reunión con Presupuesto. Funcionó.',
    'Buen ritmo. Se lee en una pausa.',
    'Me gustaría un ejemplo más, de un gobierno local.',
  ],
  en: ['The example helped me to explain it to my team.', 'Clear and short. The figure says it all.'],
};
const doubts: Record<Language, string[]> = {
  es: [
    'La tabla es útil, pero en el teléfono cuesta compararla.',
    'La segunda parte repite lo que ya dice la lección anterior.',
    'Hay muchas siglas juntas al comienzo.',
    'Haría falta un paso intermedio antes del ejemplo.',
  ],
  en: ['I would add one more exercise.', 'Too many new terms in one paragraph.'],
};

/**
 * One person's feedback on some lessons of a module: most find them clear, the longest one too long.
 * @param seed which of the people: the same one always says the same
 */
export async function sayOpinions(
  user: string,
  { id, content, revision }: PublishedModule,
  language: Language,
  seed: number,
): Promise<void> {
  const longest = Math.max(...content.lessons.map(({ minutes }) => minutes));
  for (const [index, lesson] of content.lessons.entries()) {
    const dice = (seed * 7 + index * 5) % 12;
    if (dice % 3 === 0) continue;
    const words = (dice < 5 ? doubts : praise)[language];
    const said: Said = {
      clear: dice < 2 ? 'no' : dice < 5 ? 'partly' : 'yes',
      useful: dice === 4 ? 'no' : dice === 7 ? 'partly' : 'yes',
      length: lesson.minutes === longest && dice > 4 ? 'long' : dice === 8 ? 'short' : 'right',
      comment: dice % 4 < 2 ? (words[(seed + index) % words.length] ?? '') : '',
    };
    const at = { module: id, lesson: lesson.id, revision };
    await giveFeedback(user, at, { said, language, whole: true });
  }
}
