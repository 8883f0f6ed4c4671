/** The few tags that a writer may type; all others are shown as text. */
const PLAIN_TAG = /^<\/?(?:sub|sup|kbd|abbr)>$|^<br ?\/?>$/;
const COMMENT = /^\s*<!--[^]*-->\s*$/;

export const isShownTag = (raw: string): boolean => PLAIN_TAG.test(raw);
/** A comment is the writer's own note and appears nowhere. */
export const isComment = (raw: string): boolean => COMMENT.test(raw);
export const isPlainTag = (raw: string): boolean => isShownTag(raw) || isComment(raw);
