import { defineMessages } from '../define-messages.ts';

export const common = defineMessages({});
