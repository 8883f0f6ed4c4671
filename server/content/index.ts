/** The face of the content room: files to modules, modules to HTML. */
export type { Finding, Place, Severity } from './finding.ts';
export { hasError } from './finding.ts';
export { contentOf, hashOf, loadContent, type ReadContent } from './reading/load.ts';
export type { FailedModule, LoadedContent, LoadedModule } from './reading/load.ts';
export { renderLesson } from './rendering/lesson.ts';
export type { RenderedLesson, RenderedSegment, RenderedTerm } from './rendering/lesson.ts';
export type { Heading, LessonLinks } from './rendering/page.ts';
export { renderQuestion } from './rendering/question.ts';
export type { RenderedItem, RenderedOption, RenderedQuestion } from './rendering/question.ts';
export { renderText } from './rendering/text.ts';
export type { Surroundings } from './rendering/text.ts';
export { againstPublished, checkContent, examine, examineFolder, unreadable } from './check.ts';
export type { Examination, ExamineOptions } from './check.ts';
export { confirm } from './reading/confirmed.ts';
export { readFolder } from './reading/folder.ts';
export type { ContentFiles } from './reading/folder.ts';
export type { ModuleStatistics } from './statistics.ts';
export { printModule } from './print.ts';
