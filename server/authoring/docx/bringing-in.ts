/** A Word document becomes a lesson of a draft, with its images: one update, or nothing. */
import { storeOriginal } from '../../catalogue/index.ts';
import type { Finding } from '../../content/index.ts';
import { MOST_TEXT_BYTES } from '../../content/reading/source.ts';
import { languages } from '../../content/module.ts';
import { translate } from '../../rendering/index.ts';
import { twinOf } from '../draft-paths.ts';
import type { Draft, DraftAsset } from '../draft.model.ts';
import { getDraft } from '../drafts.ts';
import { freePath, MOST_ASSETS } from '../files/assets.ts';
import { changeFiles, newText, sameOpening, type Files } from '../files/changing.ts';
import { assetName } from '../files/judging.ts';
import { refusal } from '../files/refusing.ts';
import type { Adding, AddingErrors } from '../files/texts.ts';
import { objectivesOf } from '../titles.ts';
import { convertDocument } from './conversion.ts';
import { destinationErrors, pathOf, type Destination } from './destination.ts';
import { judgeDocument } from './judging.ts';
import { lessonText } from './lesson.ts';
import { gaps, groupLosses, type Gap, type Loss, type LossGroup } from './losses.ts';
import { judgePictures, type Picture } from './pictures.ts';
import type { ReadDocument } from './reading.ts';

export type BroughtIn =
  | { outcome: 'kept'; path: string; losses: LossGroup[] }
  | { outcome: 'refused'; refused: Finding }
  | { outcome: 'errors'; errors: AddingErrors };

/** What a draft becomes, or why it stays. */
type Made =
  | { files: Files; fault: null }
  /** The same document was brought before. */
  | { files: null; fault: null }
  | { files: null; fault: Exclude<BroughtIn, { outcome: 'kept' }> };

/**
 * @param to the lesson that it becomes
 * @throws Refusal not-found; conflict
 */
export async function bringIn(
  { module, openedAt, by }: Adding,
  { name, bytes }: { name: string; bytes: Buffer },
  to: Destination,
): Promise<BroughtIn> {
  // Told before the work; a lesson that is there may be this very document, brought before.
  const seen = await getDraft(module);
  sameOpening(seen, openedAt);
  const isThere = seen.texts.some(({ path }) => path === pathOf(to));
  const errors = isThere ? null : destinationErrors(seen, to);
  if (errors) return { outcome: 'errors', errors };
  const judged = await judgeDocument(name, bytes);
  if (!judged.document) return { outcome: 'refused', refused: judged.refused };
  const { main, parts, others } = judged.document;
  const { read, fault } = await convertDocument({
    main,
    parts,
    others: [...others.keys()],
    language: to.language,
    gapWords: gapWordsIn(to.language),
  });
  if (!read) return { outcome: 'refused', refused: refusal(name, fault) };
  if (read.markdown === '') return { outcome: 'refused', refused: refusal(name, 'docx-empty') };
  const losses: Loss[] = [...read.losses];
  const { pictures, refused } = await judgePictures(name, read.pictures, others, (kind, place) =>
    losses.push({ kind, place }),
  );
  if (!pictures) return { outcome: 'refused', refused };
  const document = { name, read, pictures, losses: groupLosses(losses) };
  const make = (draft: Draft) => makeFiles(draft, document, to, by);
  const first = make(await getDraft(module));
  if (first.fault) return first.fault;
  for (const picture of pictures) if (picture) await storeOriginal(picture.bytes);
  let last: Made = first;
  await changeFiles(module, openedAt, by, (draft) => {
    last = make(draft);
    return last.files;
  });
  return (last as Made).fault ?? { outcome: 'kept', path: pathOf(to), losses: document.losses };
}

const gapWordsIn = (language: (typeof languages)[number]): Record<Gap, string> =>
  Object.fromEntries(gaps.map((gap) => [gap, translate(language, `authoring.docx.gap.${gap}`)])) as Record<
    Gap,
    string
  >;

interface Document {
  name: string;
  read: ReadDocument;
  pictures: readonly (Picture | null)[];
  losses: LossGroup[];
}

function makeFiles(draft: Draft, document: Document, to: Destination, by: Adding['by']): Made {
  const { name, read, losses } = document;
  const { assets, markdown } = placePictures(draft, document, to);
  const path = pathOf(to);
  const twin = draft.texts.find((text) => text.path === twinOf(path));
  const text = lessonText({
    name,
    title: read.title,
    markdown,
    language: to.language,
    losses,
    objectives: objectivesOf(draft).slice(0, 1),
    twin: twin?.text ?? null,
  });
  if (draft.texts.some((one) => one.path === path && one.text === text)) return { files: null, fault: null };
  const errors = destinationErrors(draft, to);
  if (errors) return { files: null, fault: { outcome: 'errors', errors } };
  const refuse = (refused: Finding): Made => ({ files: null, fault: { outcome: 'refused', refused } });
  if (Buffer.byteLength(text) > MOST_TEXT_BYTES)
    return refuse(refusal(name, 'docx-lesson-long', { most: MOST_TEXT_BYTES / 1024 }));
  if (assets.length > MOST_ASSETS) return refuse(refusal(name, 'many-assets', { most: MOST_ASSETS }));
  return { files: { texts: [...draft.texts, newText(draft, path, text, by)], assets }, fault: null };
}

const PICTURE = /!\[((?:\\.|[^\]\\])*)\]\(\0(\d+)\0((?: "(?:\\.|[^"\\])*")?)\)/g;

/** Gives each image its name in `assets/`: the one that the draft knows it by, or the document's with a number. */
function placePictures(draft: Draft, { name, read, pictures }: Document, { language }: Destination) {
  const assets: DraftAsset[] = [...draft.assets];
  const gap = translate(language, 'authoring.docx.gap.picture');
  const base = name.replace(/\.[^.]*$/, '').slice(0, 50);
  const markdown = read.markdown.replace(PICTURE, (_, alt: string, number: string, title: string) => {
    const picture = pictures[Number(number)];
    if (!picture) return `\\[${[gap, alt].filter((words) => words !== '').join(': ')}\\]${title}`;
    const known = assets.find(({ hash }) => hash === picture.hash);
    if (known) return `![${alt}](../${known.path}${title})`;
    const wanted = assetName(`${base} ${String(Number(number) + 1)}.`, picture.ending);
    const path = freePath({ assets }, wanted, picture.hash);
    assets.push({ path, hash: picture.hash, bytes: picture.bytes.length });
    return `![${alt}](../${path}${title})`;
  });
  return { assets, markdown };
}
