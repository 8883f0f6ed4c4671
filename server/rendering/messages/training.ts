import { defineMessages } from '../define-messages.ts';

export const training = defineMessages({});
