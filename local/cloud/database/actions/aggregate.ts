import { runPipeline, type Stage } from '../aggregation/pipeline';
import { invalidParam } from '../database-error';
import { parseEjson, stringifyEjson } from '../ejson';
import type { DatabaseRequest, Reply, Session } from '../request';
import type { Value } from '../values';
import { checkReplySize, readWith } from './read';

function stageOf(item: unknown, now: number): Stage {
  const { stageKey, stageValue } = (item ?? {}) as { stageKey?: unknown; stageValue?: unknown };
  if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
    throw invalidParam('every stage needs stageKey and stageValue');
  return { [stageKey]: parseEjson(stageValue, now) };
}

/** database.aggregateDocuments → `{data: {list: [EJSON text]}}`. */
export function aggregateDocuments(session: Session, request: DatabaseRequest): Reply {
  const { stages } = request;
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list');
  const now = session.now();
  const pipeline = stages.map(item => stageOf(item, now));
  return readWith(session, request, view => {
    const collection = session.catalog.get(request['collectionName']);
    const results = runPipeline(
      { catalog: session.catalog, view, now, onRead: session.onRead },
      collection,
      pipeline,
    );
    const list = results.map(result => stringifyEjson(result as Value));
    checkReplySize(list);
    return { data: { list } };
  });
}
