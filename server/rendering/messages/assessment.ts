import { defineMessages } from '../define-messages.ts';

export const assessment = defineMessages({});
