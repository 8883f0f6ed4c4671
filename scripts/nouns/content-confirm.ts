/** `rumbo content confirm`: a translator says that both languages of a module say the same. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confirm as confirmTwins, contentOf, readFolder } from '../../server/content/index.ts';
import { UsageError, type Verb } from '../noun.ts';
import { DEFAULT_FOLDER, readLanguage } from './content-check.ts';

export const confirm: Verb = {
  summary:
    'Notes in twins.yaml that both languages of a module say the same now; later changes in one are then told block by block.',
  usage: 'content confirm TRACK/MODULE [FILE.md] [--folder FOLDER] [--lang es|en]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        folder: { type: 'string', default: DEFAULT_FOLDER },
        lang: { type: 'string', default: 'es' },
      },
    });
    const language = readLanguage(values.lang);
    const [module, file = null] = positionals;
    if (module === undefined) throw new UsageError('Say which module: TRACK/MODULE.');
    const { files } = await readFolder(values.folder);
    const draft = contentOf(files).drafts.find(({ folder }) => folder === module.replace(/\/+$/, ''));
    if (!draft) throw new UsageError(`There is no module ${module} in ${values.folder}.`);
    const { yaml, confirmed, uneven } = confirmTwins(draft, file);
    if (confirmed.length + uneven.length === 0)
      throw new UsageError(`There is no ${file ?? 'lesson'} in ${module}.`);
    await writeFile(join(values.folder, draft.folder, 'twins.yaml'), yaml);
    for (const name of confirmed) io.out(`${draft.folder}/${name}: ${WORDS.confirmed[language]}`);
    for (const name of uneven) io.err(`${draft.folder}/${name}: ${WORDS.uneven[language]}`);
    return uneven.length > 0 ? 1 : 0;
  },
};

const WORDS = {
  confirmed: { es: 'confirmado.', en: 'confirmed.' },
  uneven: {
    es: 'No se confirmó: los idiomas no tienen la misma cantidad de bloques.',
    en: 'Not confirmed: the languages do not have the same number of blocks.',
  },
};
