export { defineMessages } from './define-messages.ts';
export { writeCsv, type CsvCell } from './csv.ts';
export { formatDate, formatFigure, formatNumber, formatPercent, formatTime } from './formats.ts';
export { loadTemplates, renderTemplate } from './templates.ts';
export { isMessageKey, translate, translator } from './translate.ts';
export type { MessageKey, MessageValues, Translate } from './translate.ts';
export { fieldName, questionView, type QuestionView } from './question-view.ts';
export { resultView, type ResultView } from './result-view.ts';
export { worksheetView } from './worksheet-view.ts';
