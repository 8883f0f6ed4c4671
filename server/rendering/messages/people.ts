import { defineMessages } from '../define-messages.ts';

export const people = defineMessages({});
