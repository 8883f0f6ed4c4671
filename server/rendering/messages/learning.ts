import { defineMessages } from '../define-messages.ts';

export const learning = defineMessages({});
