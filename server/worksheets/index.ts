export { filledWorksheets } from './filled.ts';
export { worksheetsInLearning } from './in-learning.ts';
export { WorksheetModel } from './worksheet.model.ts';
export { worksheetRoutes } from './worksheet.routes.ts';
