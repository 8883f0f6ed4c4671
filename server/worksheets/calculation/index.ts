/**
 * How worksheets compute and what their cells take. Pure: the same code runs on the server, in the browser's
 * script and inside SCORM packages.
 */
export { columnFunctions, namesIn, parseFormula, valueFunctions, type Expression } from './formula.ts';
export { evaluate, roundHalfUp, sumOf, type Scope } from './evaluate.ts';
export {
  computedIn,
  computeSheet,
  keyOf,
  rowsOf,
  type ColumnShape,
  type Computed,
  type FieldShape,
  type FormShape,
  type PartShape,
  type Sheet,
  type SheetShape,
  type TableShape,
} from './sheet.ts';
export { quarterNumber, readQuarter } from './quarters.ts';
export {
  cellTypes,
  isNumeric,
  LONGEST_LONG_TEXT,
  LONGEST_TEXT,
  problems,
  readTyped,
  type CellType,
  type Problem,
  type Reading,
} from './typed.ts';
