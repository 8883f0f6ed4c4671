/** Charts drawn on the server, for pages and paper. Each needs a table beside it. */
export { FAMILIES, fillIndex, swatch } from './fills.ts';
export { gapChart, type GapChart } from './gap.ts';
export { stackedChart, type StackedChart } from './stacked.ts';
export { timelineChart, type TimelineChart } from './timeline.ts';
