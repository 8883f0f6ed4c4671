/** An LMS's API as it is found: of one edition or the other, an object of anyone's making. */
export type ApiName = 'API' | 'API_1484_11';

/** Methods that take and give strings, though some give booleans. */
export type ApiObject = Record<string, unknown>;
export interface FoundApi {
  name: ApiName;
  api: ApiObject;
}
