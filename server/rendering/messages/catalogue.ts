import { defineMessages } from '../define-messages.ts';

export const catalogue = defineMessages({});
