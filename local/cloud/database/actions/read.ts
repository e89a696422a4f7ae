import type { Collection } from '../catalog';
import { requestFailed } from '../database-error';
import { stringifyEjson } from '../ejson';
import { find, matching, newStats, type ReadStats } from '../find';
import { after } from '../keys';
import { LIMITS } from '../limits';
import type { View } from '../lmdb-store';
import { planQuery } from '../planner';
import { compileProjection } from '../projection';
import type { DatabaseRequest, Reply, Session } from '../request';
import { filterOf, limitOf, optionalEjson, skipOf } from '../request';
import { sortKeysOf } from '../sorting';

/** Fails when the documents of a reply pass 1 MB together. */
export function checkReplySize(list: readonly string[]): void {
  let bytes = 0;
  for (const text of list) bytes += Buffer.byteLength(text);
  if (bytes > LIMITS.replyBytes)
    throw requestFailed(
      `response size ${bytes} exceeds the limit of ${LIMITS.replyBytes} bytes; ask for fewer documents or fields`,
    );
}

function page(
  view: View,
  collection: Collection,
  request: DatabaseRequest,
  now: number,
  stats: ReadStats,
): string[] {
  const query = { ...filterOf(request, now), sort: sortKeysOf(optionalEjson(request, 'order', now)) };
  const project = compileProjection(optionalEjson(request, 'projection', now), query.filter);
  const found = find(view, collection, { ...query, skip: skipOf(request), limit: limitOf(request) }, stats);
  return found.map(({ text, doc }) => (project ? stringifyEjson(project(doc)) : text));
}

/** Runs a read inside the request's transaction, or on the newest state. */
export function readWith<T>(session: Session, request: DatabaseRequest, read: (view: View) => T): T {
  const id = request['transactionId'];
  if (id === undefined || id === null || id === '') return read(session.store.latest);
  return session.transactions.run(id, transaction => read(transaction.view));
}

/** database.getDocument → `{data: {list: [EJSON text]}}`. */
export function getDocument(session: Session, request: DatabaseRequest): Reply {
  return readWith(session, request, view => {
    const collection = session.catalog.get(request['collectionName']);
    const stats = newStats();
    const list = page(view, collection, request, session.now(), stats);
    session.onRead(collection, stats);
    checkReplySize(list);
    return { data: { list } };
  });
}

/** One key a document, and far fewer bytes to read than the documents. */
function idKeys(view: View, { indexes: [byId] }: Collection): Iterable<Buffer> {
  return byId ? view.keys(byId.prefix, after(byId.prefix)) : [];
}

/** database.calculateDocument → `{data: {total}}`. */
export function countDocuments(session: Session, request: DatabaseRequest): Reply {
  return readWith(session, request, view => {
    const collection = session.catalog.get(request['collectionName']);
    const stats = newStats();
    const query = { ...filterOf(request, session.now()), sort: [], skip: 0, limit: Number.POSITIVE_INFINITY };
    const plan = planQuery(collection, query.filter, []);
    const isEverything = Object.keys(query.filter).length === 0;
    const counted = isEverything ? idKeys(view, collection) : matching(view, collection, query, plan, stats);
    let total = 0;
    for (const _ of counted) total++;
    session.onRead(collection, stats);
    return { data: { total } };
  });
}
