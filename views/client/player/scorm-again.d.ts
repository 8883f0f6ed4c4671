/** The parts of scorm-again that the player takes. Its own types speak of default exports, its files have named ones. */
declare module 'scorm-again/scorm12' {
  export const Scorm12API: new (settings: import('./trial-lms.ts').ApiSettings) => object;
}
declare module 'scorm-again/scorm2004' {
  export const Scorm2004API: new (settings: import('./trial-lms.ts').ApiSettings) => object;
}
