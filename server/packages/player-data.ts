/** What the page around a played package hands to its script. Shared with `views/client/player/`: types only. */
export interface PlayerData {
  /** Of the package: what was kept of a trial belongs to these bytes. */
  key: string;
  edition: '1.2' | '2004';
  /** Addresses of the SCOs' first pages. */
  launches: string[];
  /** As the LMS tells it to the course: 0 to 100 in SCORM 1.2, 0 to 1 in 2004. */
  passMark: string;
  /** The primary objective, which an LMS makes from the manifest. */
  objective: string;
  /** Characters that suspend data may have. */
  room: number;
  mostCalls: number;
  /** The frame's title. */
  stage: string;
  words: Record<string, string>;
  lang: string;
}
