/**
 * A worksheet that computes and saves itself while one types. Without this script the same form does the same by
 * its button. What goes wrong is told beside the button, and what was typed stays in its place.
 */
import { enableSaving } from './worksheet/saving.ts';
import { enableSheet } from './worksheet/sheet.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-worksheet]')) {
  const sheet = enableSheet(form);
  enableSaving(form, sheet);
}
