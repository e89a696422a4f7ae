import { compareBytes } from '../bytes';
import type { Catalog, Collection } from '../catalog';
import { invalidParam, unsupported } from '../database-error';
import { compileFilter } from '../filter';
import { find, newStats, type ReadStats } from '../find';
import type { View } from '../lmdb-store';
import { fieldOf } from '../paths';
import { plainCopy, plainView } from '../plain';
import { type SortKey, sortBytes, sortKeysOf } from '../sorting';
import type { Doc, Value } from '../values';
import { isDoc, isNumeric, toNumber } from '../values';
import { addFields } from './add-fields';
import { unlessCompiled } from './compiled';
import { prepared, runStage, type Variables, withImplied } from './expressions';
import { compileGroup } from './group';
import { lookup } from './lookup';

export type Stage = Record<string, Value>;

/** What stages read from, besides the documents that reach them. */
export interface PipelineSource {
  catalog: Catalog;
  view: View;
  now: number;
  variables?: Variables;
  onRead(collection: Collection, stats: ReadStats): void;
}

const variablesOf = ({ variables, now }: PipelineSource): Variables => ({ ...variables, NOW: new Date(now) });

/** Stages with effects, code or geometry in them; they answer with an error that names them. */
const LEFT_OUT = [
  '$geoNear',
  '$out',
  '$merge',
  '$text',
  '$function',
  '$accumulator',
  '$where',
  '$collStats',
  '$indexStats',
];

function entryOf(stage: Stage): [name: string, spec: Value] {
  const names = Object.keys(stage);
  const name = names[0];
  if (names.length !== 1 || name === undefined)
    throw invalidParam('a pipeline stage must have exactly one field');
  if (!name.startsWith('$')) throw unsupported(`aggregation stage ${name}`);
  return [name, stage[name]];
}

function count(name: string, spec: Value): number {
  const number = isNumeric(spec) ? toNumber(spec) : Number.NaN;
  if (!Number.isInteger(number) || number < (name === '$limit' ? 1 : 0))
    throw invalidParam(`${name} must be a whole number`);
  return number;
}

function matchOf(spec: Value): Doc {
  if (!isDoc(spec)) throw invalidParam('the $match filter must be an object');
  return spec;
}

function sortOf(spec: Value): SortKey[] {
  const keys = sortKeysOf(spec);
  if (keys.length === 0) throw invalidParam('$sort stage must have at least one sort key');
  return keys;
}

interface Head {
  filters: Doc[];
  sort: SortKey[];
  skip: number;
  limit: number;
}

const HEAD_ORDER = ['$match', '$sort', '$skip', '$limit'];

const HEAD: Record<string, (head: Head, spec: Value) => void> = {
  $match: (head, spec) => head.filters.push(matchOf(spec)),
  $sort: (head, spec) => Object.assign(head, { sort: sortOf(spec) }),
  $skip: (head, spec) => Object.assign(head, { skip: count('$skip', spec) }),
  $limit: (head, spec) => Object.assign(head, { limit: count('$limit', spec) }),
};

/** How many leading stages one indexed read can answer: $match… $sort $skip $limit. */
function headOf(stages: readonly Stage[]): { head: Head; used: number } {
  const head: Head = { filters: [], sort: [], skip: 0, limit: Number.POSITIVE_INFINITY };
  let reached = 0;
  for (const [used, stage] of stages.entries()) {
    const [name, spec] = entryOf(stage);
    const rank = HEAD_ORDER.indexOf(name);
    if (rank < reached) return { head, used };
    HEAD[name]?.(head, spec);
    // Several $match may follow each other, the others come once.
    reached = Math.max(rank, Math.sign(rank) * (rank + 1));
  }
  return { head, used: stages.length };
}

/** Reads a collection through the leading stages and runs the others on what they leave. */
export function runPipeline(source: PipelineSource, collection: Collection, stages: readonly Stage[]): Doc[] {
  const { head, used } = headOf(stages);
  const filter: Doc =
    head.filters.length === 1
      ? (head.filters[0] as Doc)
      : head.filters.length === 0
        ? {}
        : { $and: head.filters };
  const stats = newStats();
  const variables = variablesOf(source);
  const { sort, skip, limit } = head;
  const query = { filter: withImplied(filter, variables), matches: compileFilter(filter, variables) };
  const found = find(source.view, collection, { ...query, sort, skip, limit }, stats);
  source.onRead(collection, stats);
  return runStages(
    source,
    found.map(item => plainView(item.doc)),
    stages.slice(used),
  );
}

export function runStages(source: PipelineSource, docs: Doc[], stages: readonly Stage[]): Doc[] {
  let current = docs;
  for (const stage of stages) {
    const [name, spec] = entryOf(stage);
    const run = (Object.hasOwn(STAGES, name) && STAGES[name]) || byMingo;
    current = run(source, current, spec, name);
  }
  return current;
}

/** No stage changes the documents it is given: they are shared with other reads. */
type Run = (source: PipelineSource, docs: Doc[], spec: Value, name: string) => Doc[];

function sorted(docs: Doc[], spec: Value): Doc[] {
  const keys = sortOf(spec);
  const ranked = docs.map(doc => ({ doc, key: sortBytes(doc, keys) }));
  return ranked.sort((a, b) => compareBytes(a.key, b.key)).map(({ doc }) => doc);
}

/** Without putting back: a document comes up once at most. */
function sampled(docs: Doc[], spec: Value): Doc[] {
  const size = count('$sample', isDoc(spec) ? spec['size'] : undefined);
  const pool = [...docs];
  for (let i = 0; i < Math.min(size, pool.length); i++) {
    const j = i + Math.floor(Math.random() * (pool.length - i));
    [pool[i], pool[j]] = [pool[j] as Doc, pool[i] as Doc];
  }
  return pool.slice(0, size);
}

function facets(source: PipelineSource, docs: Doc[], spec: Value): Doc[] {
  if (!isDoc(spec)) throw invalidParam('$facet needs an object of pipelines');
  const out: Doc = {};
  for (const name of Object.keys(spec)) out[name] = runStages(source, docs, stagesOf(spec[name]));
  return [out];
}

export function stagesOf(pipeline: Value): Stage[] {
  if (pipeline === undefined) return [];
  if (!Array.isArray(pipeline) || !pipeline.every(isDoc))
    throw invalidParam('a pipeline must be a list of stages');
  return pipeline as Stage[];
}

function union(source: PipelineSource, docs: Doc[], spec: Value): Doc[] {
  const { coll, pipeline } = isDoc(spec) ? spec : { coll: spec, pipeline: undefined };
  return [...docs, ...runPipeline(source, source.catalog.get(coll), stagesOf(pipeline))];
}

const added: Run = (source, docs, spec) => addFields(docs, spec, variablesOf(source));

const group: Run = (source, docs, spec, name) => {
  const run = compileGroup(prepared(spec, variablesOf(source)));
  const whole = () => byMingo(source, docs, spec, name);
  return run ? unlessCompiled(() => run(docs), whole) : whole();
};

/** `$unwind` of one field without options; what is no list counts as a list of itself. */
const unwind: Run = (source, docs, spec, name) => {
  const field = typeof spec === 'string' ? /^\$([^$.]+)$/.exec(spec)?.[1] : undefined;
  if (field === undefined) return byMingo(source, docs, spec, name);
  return docs.flatMap(doc => {
    const value = fieldOf(doc, field) ?? [];
    return Array.isArray(value) ? value.map(item => ({ ...doc, [field]: item })) : [doc];
  });
};

const STAGES: Record<string, Run> = {
  $group: group,
  $unwind: unwind,
  $addFields: added,
  $set: added,
  $match: (source, docs, spec) => docs.filter(compileFilter(matchOf(spec), variablesOf(source))),
  $sort: (_source, docs, spec) => sorted(docs, spec),
  $skip: (_source, docs, spec) => docs.slice(count('$skip', spec)),
  $limit: (_source, docs, spec) => docs.slice(0, count('$limit', spec)),
  $sample: (_source, docs, spec) => sampled(docs, spec),
  $facet: facets,
  $unionWith: union,
  $lookup: lookup,
};

const everything = { filter: {}, matches: () => true, sort: [], skip: 0, limit: Number.POSITIVE_INFINITY };

/** All other stages and every expression are mingo's, on plain values. */
function byMingo(source: PipelineSource, docs: Doc[], spec: Value, name: string): Doc[] {
  if (LEFT_OUT.includes(name)) throw unsupported(`aggregation stage ${name}`);
  return runStage(name, spec, docs.map(plainCopy), variablesOf(source), collection =>
    find(source.view, source.catalog.get(collection), everything).map(item => plainCopy(item.doc)),
  );
}
