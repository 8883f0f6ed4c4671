import { defineMessages } from '../define-messages.ts';

export const accounts = defineMessages({});
