/** The face of the packing room: modules to SCORM packages, and the check of any package. */
export { checkPackage, isSound, sentenceOf, type PackageCheck, type PackageFinding } from './check/index.ts';
export { QUIZ_OBJECTIVE } from './course.ts';
export { languagesName, packageFormats, type PackageFormat, type PackageLanguages } from './format.ts';
export { buildPackage, writePackage, type Launch, type PackageOptions, type PackagePlan } from './package.ts';
