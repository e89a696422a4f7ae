import { aggregateDocuments } from './actions/aggregate';
import { countDocuments, getDocument } from './actions/read';
import * as transaction from './actions/transaction';
import * as write from './actions/write';
import { Catalog, type DatabaseSchema } from './catalog';
import { DatabaseError } from './database-error';
import type { ReadStats } from './find';
import { declareSchema } from './indexes';
import { SLOW_SCAN_DOCUMENTS } from './limits';
import { LmdbStore } from './lmdb-store';
import type { DatabaseRequest, Reply, Session } from './request';
import { Transactions } from './transactions';

export type { DatabaseSchema, IndexDeclaration } from './catalog';
export { DatabaseError } from './database-error';
export type { ReadStats } from './find';
export type { DatabaseRequest, Reply } from './request';

export interface DatabaseOptions {
  /** Folder of the lmdb file; created when missing, everything durable is in it. */
  dir: string;
  schema: DatabaseSchema;
  /** Server time in epoch ms: server dates and the life of transactions follow it. */
  now: () => number;
  /** Off, nothing waits for the disk and a power cut may lose everything: for data nobody keeps. On when absent. */
  durable?: boolean;
  /** Called for a read that looked at more than 10,000 documents without an index. */
  onSlowScan?: (collection: string, stats: ReadStats) => void;
}

export interface Database {
  /** Answers one SDK request; the reply has no `requestId`. Throws `DatabaseError`. */
  handle(request: DatabaseRequest): Promise<Reply>;
  /** What the last read of a collection cost; for tests and tuning. */
  lastRead(collection: string): ReadStats | undefined;
  /** Removes all documents and undeclared collections. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

type Action = (session: Session, request: DatabaseRequest) => Reply | Promise<Reply>;

const ACTIONS: Record<string, Action> = {
  'database.getDocument': getDocument,
  'database.calculateDocument': countDocuments,
  'database.aggregateDocuments': aggregateDocuments,
  'database.insertDocument': write.insertDocuments,
  'database.modifyDocument': write.modifyDocuments,
  'database.modifyAndReturnDoc': write.modifyAndReturn,
  'database.removeDocument': write.removeDocuments,
  'database.startTransaction': transaction.startTransaction,
  'database.commitTransaction': transaction.commitTransaction,
  'database.abortTransaction': transaction.abortTransaction,
  'database.getInTransaction': transaction.getInTransaction,
  'database.updateDocInTransaction': transaction.updateInTransaction,
  'database.deleteDocInTransaction': transaction.deleteInTransaction,
  'database.addCollection': async ({ catalog, store }, request) => {
    await store.write(() => catalog.add(request['collectionName']));
    return {};
  },
};

/** The database behind the CloudBase SDK's protocol; one process may open several, each in its own folder. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { dir, schema, now, durable, onSlowScan } = options;
  const catalog = new Catalog();
  const store = new LmdbStore(dir, view => catalog.save(view), durable);
  const transactions = new Transactions(store, now);
  const lastReads = new Map<string, ReadStats>();
  const onRead: Session['onRead'] = ({ name }, stats) => {
    lastReads.set(name, stats);
    if (stats.index === undefined && stats.docsExamined >= SLOW_SCAN_DOCUMENTS) onSlowScan?.(name, stats);
  };
  const session: Session = { catalog, store, transactions, now, onRead };
  catalog.load(store.latest);
  await declareSchema(catalog, store, schema);

  return {
    async handle(request) {
      const action = Object.hasOwn(ACTIONS, request.action) ? ACTIONS[request.action] : undefined;
      if (!action) throw new DatabaseError('DATABASE_INVALID_OPERRATOR', `unknown action ${request.action}`);
      try {
        return await action(session, request);
      } catch (error) {
        if (error instanceof DatabaseError) throw error;
        throw new DatabaseError('DATABASE_REQUEST_FAILED', `${request.action}: ${(error as Error).message}`);
      }
    },
    lastRead: collection => lastReads.get(collection),
    async reset() {
      transactions.abortAll();
      await store.clear();
      catalog.load(store.latest);
      await declareSchema(catalog, store, schema);
    },
    async close() {
      transactions.abortAll();
      await store.close();
    },
  };
}
