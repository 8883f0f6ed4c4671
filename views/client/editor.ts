/**
 * The page where a text of a module is written: an editor over the text area, which stays the form's value, with a
 * preview that follows, and saving by itself. Without this script the same form does the same by its buttons.
 */
import { keptHere } from './editor/browser-copy.ts';
import { blockCompletions } from './editor/completions.ts';
import { enableInserts } from './editor/inserts.ts';
import { enableOffer } from './editor/offer.ts';
import { followCursor, TWIN_BLOCKS } from './editor/follow.ts';
import { findPage, part } from './editor/page.ts';
import { enablePreview } from './editor/preview.ts';
import { enableSaving } from './editor/saving.ts';
import { goToLine, openEditor } from './editor/writing.ts';

const page = findPage();
if (page) {
  const view = openEditor(page, blockCompletions(page.tools));
  const copy = keptHere(page.form.dataset.key ?? '');
  enableInserts(view, page.tools.blocks);
  const preview = enablePreview(page, view);
  const saving = enableSaving(page, view, copy, () => void preview.checkSaved());
  void enableOffer(page, copy, saving);
  const twin = part('twin-pane');
  if (twin) followCursor(view, twin, TWIN_BLOCKS);
  const line = Number(page.form.dataset.line);
  if (line > 0) goToLine(view, line);
}
