import { defineMessages } from '../define-messages.ts';

export const staticPages = defineMessages({});
