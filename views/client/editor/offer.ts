/** Text that a window left behind unsaved is offered, one after the other, and never put in by itself. */
import type { BrowserCopy, KeptText } from './browser-copy.ts';
import { part, toggle, type EditorPage } from './page.ts';
import type { Saving } from './saving.ts';

export async function enableOffer(page: EditorPage, copy: BrowserCopy, saving: Saving): Promise<void> {
  const [kept, ...more] = (await copy.left()).filter((one) => {
    const isSaved = one.text === saving.saved();
    if (isSaved) copy.dropLeft(one);
    return !isSaved;
  });
  toggle('offer', kept !== undefined);
  if (!kept) return;
  const [when, text] = [part('offer-when'), part('offer-text')];
  if (when) when.textContent = (page.words.keptAt ?? '').replace('{when}', timeOf(kept));
  if (text) text.textContent = kept.text;
  const [take, drop] = [part('offer-take'), part('offer-drop')];
  if (!take || !drop) return;
  take.onclick = () => void bringBack();
  drop.onclick = () => {
    copy.dropLeft(kept);
    void enableOffer(page, copy, saving);
  };

  /** What stands in the editor is saved first, so that the two are put together and neither takes the other's place. */
  async function bringBack(): Promise<void> {
    if (!kept || !(await saving.save())) return;
    toggle('offer', false);
    saving.takeUp(kept.text, kept.base);
    // From here on this window keeps it as its own.
    copy.dropLeft(kept);
    if (more.length > 0) await enableOffer(page, copy, saving);
  }
}

const timeOf = ({ at }: KeptText): string =>
  new Date(at).toLocaleString(document.documentElement.lang === 'en' ? 'en-GB' : 'es', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
