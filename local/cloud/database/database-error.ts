/**
 * Codes the real service sends; the SDK turns them into `error.code`.
 * Source: docs.cloudbase.net/error-code/basic and the transaction tests of the node SDK
 * (an ended or expired transaction is `DATABASE_TRANSACTION_FAIL` there).
 */
export type DatabaseErrorCode =
  | 'INVALID_PARAM'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_DUPLICATE_WRITE'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'DATABASE_TIMEOUT';

/** What a request is refused with; the server answers HTTP 200 `{code, message, requestId}`. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}

export const invalidParam = (message: string) => new DatabaseError('INVALID_PARAM', message);

export const requestFailed = (message: string) =>
  new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);

/** Something MongoDB has and this stand-in does not, or nobody has: always named. */
export const unsupported = (what: string) =>
  new DatabaseError('DATABASE_INVALID_OPERRATOR', `unsupported by the local database: ${what}`);

/** The wording the service wraps MongoDB's write errors in. */
export const writeFailed = (message: string) =>
  requestFailed(`multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`);

export const duplicateKey = (collection: string, index: string, key: string) =>
  new DatabaseError(
    'DATABASE_DUPLICATE_WRITE',
    `[FailedOperation.DuplicateWrite] E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`,
  );

export const collectionMissing = (name: string) =>
  new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  );

export const transactionConflict = () =>
  new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  );

export const transactionMissing = () =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
