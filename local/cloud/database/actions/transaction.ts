import { stringifyEjson } from '../ejson';
import type { DatabaseRequest, Reply, Session } from '../request';
import { getDocument } from './read';
import { modifyDocuments, removeDocuments } from './write';

/** database.startTransaction → `{transactionId}`; the first operation takes the snapshot. */
export const startTransaction = (session: Session): Reply => ({
  transactionId: session.transactions.start(),
});

export async function commitTransaction(session: Session, request: DatabaseRequest): Promise<Reply> {
  await session.transactions.commit(request['transactionId']);
  return {};
}

export function abortTransaction(session: Session, request: DatabaseRequest): Reply {
  const { id } = session.transactions.get(request['transactionId']);
  session.transactions.abort(id);
  return {};
}

/** The older transaction interface of the SDK names one document by `_id` instead of a query. */
function byId(request: DatabaseRequest): DatabaseRequest {
  // Conditions built here are plain values, so no operator can come in through the id.
  const id = request['_id'];
  const value = typeof id === 'number' || typeof id === 'string' ? id : null;
  return { ...request, query: stringifyEjson({ _id: { $eq: value } }), multi: false };
}

/** database.getInTransaction → `{data: EJSON text}`, `null` for a missing document. */
export function getInTransaction(session: Session, request: DatabaseRequest): Reply {
  session.transactions.get(request['transactionId']);
  const reply = getDocument(session, { ...byId(request), limit: 1 });
  const [text] = (reply['data'] as { list: string[] }).list;
  return { data: text ?? 'null' };
}

/** database.updateDocInTransaction → `{updated, upserted}`, both as EJSON text. */
export async function updateInTransaction(session: Session, request: DatabaseRequest): Promise<Reply> {
  session.transactions.get(request['transactionId']);
  const upsert = request['upsert'] === true;
  const reply = await modifyDocuments(session, { ...byId(request), merge: !upsert, upsert });
  const { updated, upsert_id } = reply['data'] as { updated: number; upsert_id: unknown };
  const upserted = upsert_id === null ? null : JSON.stringify([{ _id: upsert_id }]);
  return { updated: stringifyEjson(updated), upserted };
}

/** database.deleteDocInTransaction → `{deleted}` as EJSON text. */
export async function deleteInTransaction(session: Session, request: DatabaseRequest): Promise<Reply> {
  session.transactions.get(request['transactionId']);
  const reply = await removeDocuments(session, byId(request));
  return { deleted: stringifyEjson((reply['data'] as { deleted: number }).deleted) };
}
