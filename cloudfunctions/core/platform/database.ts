import { connect } from './sdk';

/** MongoDB's query and update language; only stores write it, never with a value that was not validated. */
export type Query = Record<string, unknown>;
export type Update = Partial<
  Record<'$set' | '$unset' | '$inc' | '$push' | '$addToSet' | '$pull' | '$pullAll' | '$min' | '$max', Query>
>;

export interface FindOptions {
  /** Sort keys in order of weight: 1 ascending, -1 descending. */
  sort?: [field: string, direction: 1 | -1][];
  /** ≤ 1,000, which is also the value when absent. */
  limit?: number;
  /** Fields to read (true) or to leave out (false); all when absent. */
  fields?: Record<string, boolean>;
}

/** The database did not answer, or refused for a reason the caller cannot mend. */
export class DatabaseOutage extends Error {
  override readonly name = 'DatabaseOutage';
}

/** CloudBase's limit for one read. */
export const READ_MAX = 1000;

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'DATABASE_DUPLICATE_WRITE';

/** Runs one request; whatever the SDK throws becomes an outage with its cause kept for the log. */
async function request<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (cause) {
    if (isDuplicate(cause)) throw cause;
    throw new DatabaseOutage('the database request failed', { cause });
  }
}

/**
 * One collection, one request a method. The SDK's `raw` option sends queries as they are written: its own
 * encoder flattens nested objects and drops empty ones.
 */
export interface Collection {
  find(query: Query, options?: FindOptions): Promise<unknown[]>;
  count(query: Query): Promise<number>;
  /** False when a document with one of the ids is there already. */
  insert(documents: object | object[]): Promise<boolean>;
  /** Changes all that match; gives their number. */
  update(query: Query, update: Update): Promise<number>;
  /** Changes one that matches, atomically; gives it as it is afterwards, or undefined. */
  updateOne(query: Query, update: Update): Promise<unknown>;
  /** Removes all that match; gives their number. */
  remove(query: Query): Promise<number>;
  aggregate(stages: Query[]): Promise<unknown[]>;
}

export function collection(name: string): Collection {
  const raw = () => connect().database().collection(name).options({ raw: true });
  return {
    find: (query, { sort = [], limit = READ_MAX, fields } = {}) =>
      request(async () => {
        let search = raw().where(query).limit(limit);
        for (const [field, direction] of sort)
          search = search.orderBy(field, direction === 1 ? 'asc' : 'desc');
        return (await (fields ? search.field(fields) : search).get()).data;
      }),
    count: query => request(async () => (await raw().where(query).count()).total ?? 0),
    insert: async documents => {
      try {
        await request(() => raw().add(documents));
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    update: (query, update) => request(async () => (await raw().where(query).update(update)).updated ?? 0),
    // Keys that begin with `$` pass this method's encoder untouched.
    updateOne: (query, update) =>
      request(async () => (await raw().where(query).updateAndReturn(update)).doc ?? undefined),
    remove: query => request(async () => Number((await raw().where(query).remove()).deleted ?? 0)),
    aggregate: stages => request(async () => (await raw().aggregate(stages).end()).data),
  };
}

/**
 * Inserts those whose ids are free; the others are there already, from an earlier run. None: no request; one as a rule, one
 * more for each document when some are there.
 */
export async function insertMissing(into: Collection, documents: object[]): Promise<void> {
  if (documents.length === 0 || (await into.insert(documents))) return;
  for (const document of documents) await into.insert(document);
}
