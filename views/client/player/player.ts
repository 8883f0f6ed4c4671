/** The page around a package that is tried: launches, ends and resumes it, and shows all that it says to its LMS. */
import type { Language } from '../../../server/content/module.ts';
import type { PlayerData } from '../../../server/packages/player-data.ts';
import { wordsFrom } from '../../../server/rendering/words.ts';
import { keep, readKept } from './kept.ts';
import { find, Log } from './log.ts';
import { startingData, type Mode } from './starting-data.ts';
import { openSession, type MakeApi } from './trial-lms.ts';

export function startPlayer(makeApi: MakeApi): void {
  const data = JSON.parse(find('#player-data').textContent) as PlayerData;
  const words = wordsFrom(data.words, data.lang as Language);
  const log = new Log(data, words);
  const settings = find('[data-settings]');
  const stage = find('[data-stage]');
  const enable = (act: string, isEnabled: boolean): void => {
    find(`[data-act="${act}"]`).toggleAttribute('disabled', !isEnabled);
  };
  let sessions = 0;
  let isOpen = false;

  const chosen = (name: string): string => {
    return settings.querySelector<HTMLSelectElement>(`[name=${name}]`)?.value ?? '0';
  };
  const isFailing = (): boolean =>
    settings.querySelector<HTMLInputElement>('[name=failing]')?.checked === true;
  const key = (): string => `rumbo-trial-${data.key}-${chosen('sco')}`;
  const say = (sentence: string): void => {
    find('[data-standing]').textContent = sentence;
    enable('resume', !isOpen && readKept(key()) !== null);
    enable('close', isOpen);
  };

  /** The course's window goes, as when a learner goes to another page of the LMS: it ends its session itself. */
  const close = (): void => {
    stage.replaceChildren();
    if (!isOpen) return;
    isOpen = false;
    say(words('ended', { number: sessions }));
  };

  const launch = (fresh: boolean): void => {
    close();
    const keptAt = key();
    const kept = fresh ? null : readKept(keptAt);
    const mode = chosen('mode') as Mode;
    sessions += 1;
    const number = sessions;
    log.begin(startingData(data, mode, kept));
    openSession({
      data,
      makeApi,
      mode,
      kept,
      isFailing,
      onStored: (cmi) => keep(keptAt, cmi),
      onCall: (call) => log.add(call),
      onEnd: () => {
        if (number !== sessions) return;
        isOpen = false;
        say(words('ended', { number }));
      },
    });
    isOpen = true;
    const frame = document.createElement('iframe');
    frame.title = data.stage;
    frame.src = data.launches[Number(chosen('sco'))] ?? '';
    stage.append(frame);
    say(words('running', { number }));
  };

  const acts: Record<string, () => void> = { start: () => launch(true), resume: () => launch(false), close };
  for (const [act, run] of Object.entries(acts)) find(`[data-act="${act}"]`).addEventListener('click', run);
  settings.addEventListener('change', ({ target }) => {
    // Another module is another course; how it is opened counts from the next launch.
    if (target instanceof HTMLSelectElement && target.name === 'sco') {
      close();
      begin();
    }
  });
  settings.addEventListener('submit', (event) => event.preventDefault());

  const begin = (): void => {
    if (readKept(key()) === null) launch(true);
    else say(words('kept'));
  };
  find('[data-no-script]').remove();
  for (const part of document.querySelectorAll('[data-player]')) part.removeAttribute('hidden');
  begin();
}
