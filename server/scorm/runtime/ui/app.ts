/** The course as a whole: its languages, its addresses (`#es-quiz`), its way out. */
import type { Language } from '../../../content/module.ts';
import type { Place } from '../state/state.ts';
import type { Tracker } from '../tracker.ts';
import { all, focusOn, one, show } from './dom.ts';
import { Edition } from './edition.ts';
import { enablePrinting } from './printing.ts';

export class App {
  private readonly tracker: Tracker;
  private readonly editions: readonly Edition[];

  constructor(tracker: Tracker) {
    this.tracker = tracker;
    this.editions = tracker.course.languages.flatMap((language) => {
      const element = one(document, `[data-edition="${language}"]`);
      return element ? [new Edition(element, language, tracker)] : [];
    });
    window.addEventListener('hashchange', () => this.followAddress());
    document.addEventListener('click', (event) => this.followLink(event));
    enablePrinting();
    for (const button of all(document, '[data-choose]')) {
      button.addEventListener('click', (event) => {
        event.preventDefault();
        this.choose(button.dataset.choose === 'en' ? 'en' : 'es');
      });
    }
    for (const button of all(document, '[data-leave]')) button.addEventListener('click', () => this.leave());
  }

  /** Shows the course as the state says: at the first launch its contents, later where the learner left off. */
  start(): void {
    const { state, course, language } = this.tracker;
    // A package of one language needs no choice; one of two follows the learner's own, if the LMS tells it.
    const own = course.languages.find((known) => language.toLowerCase().startsWith(known));
    state.language =
      course.languages.find((known) => known === state.language) ??
      (course.languages.length === 1 ? course.languages[0] : own) ??
      null;
    this.showLanguage();
    if (document.getElementById(window.location.hash.slice(1))?.closest('[data-view]')) this.followAddress();
    else if (state.place !== 'contents') this.writeAddress();
  }

  showSaving(): void {
    for (const edition of this.editions) edition.showSaving();
  }

  private get edition(): Edition | undefined {
    return this.editions.find(({ language }) => language === this.tracker.state.language);
  }

  private showLanguage(): void {
    const current = this.edition;
    show(one(document, '[data-languages]'), current === undefined);
    for (const edition of this.editions) show(edition.element, edition === current);
    if (!current) return;
    document.documentElement.lang = current.language;
    document.title = current.element.dataset.title ?? document.title;
    current.sync();
  }

  private choose(language: Language): void {
    this.tracker.state.language = language;
    this.showLanguage();
    this.writeAddress();
    this.edition?.focus(null);
    this.tracker.change('later');
  }

  /** The address names the view, so that the browser's back button leads to the view before. */
  private writeAddress(): void {
    const view = this.edition?.view(this.tracker.state.place);
    if (view) window.history.replaceState(null, '', `#${view.id}`);
  }

  /**
   * A link to another view. The browser would look for its target while it is hidden, and scroll to it later,
   * at a time of its own.
   */
  private followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const hash = link?.getAttribute('href') ?? '';
    if (!hash.startsWith('#') || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (!document.getElementById(hash.slice(1))?.closest('[data-view][hidden]')) return;
    event.preventDefault();
    window.history.pushState(null, '', hash);
    this.followAddress();
  }

  private followAddress(): void {
    const target = document.getElementById(window.location.hash.slice(1));
    const view = target?.closest<HTMLElement>('[data-view]');
    const edition = this.editions.find(({ element }) => element.contains(target));
    if (!target || !view || !edition || this.tracker.saving === 'ended') return;
    const { state } = this.tracker;
    const moved = state.place !== view.dataset.view || state.language !== edition.language;
    if (state.language !== edition.language) {
      state.language = edition.language;
      this.showLanguage();
    }
    edition.go(view.dataset.view as Place);
    if (moved) {
      edition.focus(target);
      this.tracker.change('later');
      return;
    }
    // Within a view the browser scrolls itself: back from a term it returns to the line that was read.
    focusOn(target === view ? one(view, 'h1') : target);
  }

  private leave(): void {
    const { edition, tracker } = this;
    const warned = tracker.saving === 'failed';
    const stored = tracker.flush();
    // What could not be saved is said while it can be tried again; asked once more, the learner may go.
    if (!stored && !warned) {
      focusOn(edition ? one(edition.element, '[data-notice]') : null);
      return;
    }
    const recorded = tracker.mode === 'normal';
    // Where the end is sent as a beacon, nobody knows whether it arrived: the commit before is believed.
    const kept = tracker.end({ leaving: true }) && stored;
    edition?.showEnd(recorded ? (kept ? 'saved' : 'lost') : 'unrecorded');
    // Only a window that a script opened closes so; elsewhere this does nothing.
    if (window.parent === window) window.close();
  }
}
