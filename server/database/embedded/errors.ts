/** MongoDB's error codes that this engine answers with (mongodb/mongo, src/mongo/base/error_codes.yml). */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  OperationFailed: 96,
  CommandNotSupported: 115,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  OperationNotSupportedInTransaction: 263,
  ConversionFailure: 241,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
} as const;

/** Codes that have no name of their own are called after their place in MongoDB's source. */
type CodeName = keyof typeof CODES | `Location${number}`;

/** An answer of "no" in MongoDB's own words and number; the connection and the process go on. */
export class ServerError extends Error {
  readonly codeName: CodeName;
  /** What goes beside the code, such as `keyPattern` and `keyValue` of a duplicate. */
  readonly details: Record<string, unknown>;

  constructor(codeName: CodeName, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.codeName = codeName;
    this.details = details;
  }

  get code(): number {
    const named: Readonly<Record<string, number>> = CODES;
    return named[this.codeName] ?? Number(this.codeName.slice('Location'.length));
  }
}

/** Any thrown thing as a `ServerError`; what nobody foresaw keeps its sentence and gets code 1. */
export function asServerError(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  const message = error instanceof Error ? error.message : String(error);
  // LMDB tells a write that was cut short, as on a full disk, as an input/output error.
  if (/no space left|ENOSPC|too large|MDB_MAP_FULL|quota|Input\/output error/i.test(message)) {
    return new ServerError(
      'OutOfDiskSpace',
      'The disk is full or failing, and nothing of this write was kept.',
    );
  }
  return new ServerError('InternalError', message);
}
