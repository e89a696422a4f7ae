import { randomBytes } from 'node:crypto';
import type { Collection } from '../catalog';
import { invalidParam } from '../database-error';
import { checkStorable, insertDocument, replaceDocument, type Writer } from '../documents';
import { parseDoc, stringifyEjson } from '../ejson';
import { type Found, matching, newStats } from '../find';
import { planQuery } from '../planner';
import { isOperatorDoc } from '../predicates';
import type { DatabaseRequest, Filter, Reply, Session } from '../request';
import { dataOf, filterOf, flagOf, optionalEjson } from '../request';
import { compileUpdate, type UpdateContext } from '../updates/update';
import type { Doc, Value } from '../values';
import { isDoc } from '../values';
import { checkReplySize } from './read';

/** Inside the request's transaction when it names one, else by itself. */
async function writeWith<T>(
  session: Session,
  request: DatabaseRequest,
  operation: (writer: Writer) => T,
): Promise<T> {
  const id = request['transactionId'];
  session.transactions.sweep();
  if (id === undefined || id === null || id === '') return session.transactions.writeAlone(operation);
  return session.transactions.run(id, operation);
}

function withId(doc: Doc): Doc {
  const { _id, ...rest } = doc;
  return { _id: _id ?? randomBytes(16).toString('hex'), ...rest };
}

/** An id as JSON: strings and plain numbers as they are, the rest as EJSON. */
const idReply = (id: Value): unknown =>
  typeof id === 'string' || typeof id === 'number' ? id : JSON.parse(stringifyEjson(id));

/** database.insertDocument: in order, up to the first that fails → `{data: {insertedIds}}`. */
export async function insertDocuments(session: Session, request: DatabaseRequest): Promise<Reply> {
  const { data } = request;
  if (!Array.isArray(data) || data.length === 0 || !data.every(item => typeof item === 'string'))
    throw invalidParam('data must be a list of EJSON texts');
  const now = session.now();
  const insertedIds = await writeWith(session, request, writer => {
    const collection = session.catalog.get(request['collectionName']);
    const docs = data.map(text => withId(parseDoc(text, now)));
    for (const doc of docs) insertDocument(session.catalog, collection, writer, doc);
    return docs.map(doc => idReply(doc['_id']));
  });
  return { data: { insertedIds } };
}

/** All matches are known before the first is changed, so none is met twice. */
function matches(
  session: Session,
  writer: Writer,
  collection: Collection,
  query: Filter,
  multi: boolean,
): Found[] {
  const stats = newStats();
  const plan = planQuery(collection, query.filter, []);
  const found: Found[] = [];
  for (const item of matching(
    writer.view,
    collection,
    { ...query, sort: [], skip: 0, limit: 0 },
    plan,
    stats,
  )) {
    found.push(item);
    if (!multi) break;
  }
  session.onRead(collection, stats);
  return found;
}

interface Change {
  /** Changes a document in place or returns another; the same text afterwards counts as unmodified. */
  apply(doc: Doc, inserting: boolean): Doc;
}

function changeOf(session: Session, request: DatabaseRequest, query: Filter, merge: boolean): Change {
  const now = session.now();
  const data = dataOf(request, now);
  if (!merge) {
    if (isOperatorDoc(data)) throw invalidParam('a replacement must not contain update operators');
    return { apply: (doc, inserting) => replacement(doc, data, inserting) };
  }
  const update = compileUpdate(data);
  const filters = optionalEjson(request, 'arrayFilters', now);
  const arrayFilters = Array.isArray(filters) ? filters.filter(isDoc) : [];
  return {
    apply: (doc, inserting) => {
      const context: UpdateContext = { filter: query.filter, arrayFilters, now, inserting };
      update(doc, context);
      return doc;
    },
  };
}

function replacement(doc: Doc, data: Doc, inserting: boolean): Doc {
  const { _id, ...rest } = data;
  const id = doc['_id'] ?? (inserting ? _id : undefined);
  return id === undefined ? { ...rest } : { _id: id, ...rest };
}

function modify(
  session: Session,
  writer: Writer,
  collection: Collection,
  { record, text, doc }: Found,
  change: Change,
): { modified: boolean; text: string } {
  // What was found is shared with other reads, so the change gets a document of its own.
  const after = change.apply(parseDoc(text), false);
  const newText = stringifyEjson(after);
  if (newText === text) return { modified: false, text };
  checkStorable(after);
  replaceDocument(session.catalog, collection, writer, record, doc, after);
  return { modified: true, text: newText };
}

/** `{field: value}` and `{field: {$eq: value}}`, also inside `$and`. */
function equalityOf(key: string, value: Value): Doc {
  if (isOperatorDoc(value)) return '$eq' in value ? { [key]: value['$eq'] } : {};
  return key.startsWith('$') || value instanceof RegExp ? {} : { [key]: value };
}

function equalities(filter: Doc): Doc {
  const parts = Object.keys(filter).map(key => {
    const value = filter[key];
    return key === '$and' && Array.isArray(value)
      ? equalities(Object.assign({}, ...value) as Doc)
      : equalityOf(key, value);
  });
  return Object.assign({}, ...parts) as Doc;
}

/** What an upsert takes over from its query: the fields compared for equality. */
function seedOf(filter: Doc): Doc {
  const seed: Doc = {};
  // A copy, since compiled filters are kept and the update may change what it is given.
  const $set = equalities(parseDoc(stringifyEjson(filter)));
  if (Object.keys($set).length > 0)
    compileUpdate({ $set })(seed, { filter: {}, arrayFilters: [], now: 0, inserting: true });
  return seed;
}

/** database.modifyDocument: merge = operators, else replacement → `{data: {updated, upsert_id}}`. */
export async function modifyDocuments(session: Session, request: DatabaseRequest): Promise<Reply> {
  const query = filterOf(request, session.now());
  const merge = flagOf(request, 'merge', true);
  const upsert = flagOf(request, 'upsert', false);
  const multi = flagOf(request, 'multi', false);
  if (multi && !merge) throw invalidParam('multi update only works with update operators');
  const change = changeOf(session, request, query, merge);
  const data = await writeWith(session, request, writer => {
    const collection = session.catalog.get(request['collectionName']);
    const found = matches(session, writer, collection, query, multi);
    let updated = 0;
    for (const item of found) if (modify(session, writer, collection, item, change).modified) updated++;
    if (found.length > 0 || !upsert) return { updated, upsert_id: null };
    const doc = withId(change.apply(seedOf(query.filter), true));
    insertDocument(session.catalog, collection, writer, doc);
    return { updated, upsert_id: idReply(doc['_id']) };
  });
  return { data };
}

/** database.modifyAndReturnDoc: one match, changed and returned as it is afterwards → `{data: {updated, doc}}`. */
export async function modifyAndReturn(session: Session, request: DatabaseRequest): Promise<Reply> {
  const query = filterOf(request, session.now());
  const change = changeOf(session, request, query, true);
  const data = await writeWith(session, request, writer => {
    const collection = session.catalog.get(request['collectionName']);
    const [found] = matches(session, writer, collection, query, false);
    if (!found) return { updated: 0, doc: null };
    return { updated: 1, doc: modify(session, writer, collection, found, change).text };
  });
  checkReplySize(data.doc === null ? [] : [data.doc]);
  return { data };
}

/** database.removeDocument → `{data: {deleted}}`. */
export async function removeDocuments(session: Session, request: DatabaseRequest): Promise<Reply> {
  const query = filterOf(request, session.now());
  const multi = flagOf(request, 'multi', false);
  const deleted = await writeWith(session, request, writer => {
    const collection = session.catalog.get(request['collectionName']);
    const found = matches(session, writer, collection, query, multi);
    for (const { record, doc } of found)
      replaceDocument(session.catalog, collection, writer, record, doc, undefined);
    return found.length;
  });
  return { data: { deleted } };
}
