/**
 * Plays a course inside an LMS. The page is readable before and without this script; with it, one view is shown
 * at a time, questions are scored and everything is kept in the LMS.
 */
import type { CourseData } from '../course.ts';
import { waitForApi } from './lms/discovery.ts';
import { openSession } from './lms/open.ts';
import { Tracker } from './tracker.ts';
import { App } from './ui/app.ts';

function readCourse(): CourseData | null {
  const data = document.getElementById('course-data')?.textContent;
  return data ? (JSON.parse(data) as CourseData) : null;
}

async function play(course: CourseData): Promise<void> {
  let app: App | null = null;
  const tracker = new Tracker(course, () => app?.showSaving());
  // Opened from another module's page to be read only: its LMS must not take this one for that one.
  if (!new URLSearchParams(window.location.search).has('read')) {
    const found = await waitForApi(course.format === '1.2' ? 'API' : 'API_1484_11');
    const lms = found ? openSession(found) : null;
    if (lms) tracker.attach(lms);
    else if (found) tracker.refuse();
  }
  app = new App(tracker);
  app.start();
  document.documentElement.dataset.ready = '';
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) tracker.flush();
  });
  // Not `unload`, which mobile browsers skip, nor `beforeunload`, which a removed frame never sees.
  window.addEventListener('pagehide', () => tracker.end({ leaving: false }));
  // Back from the browser's cache after the session was ended: a fresh launch is the only way on.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}

const course = readCourse();
if (course) void play(course);
