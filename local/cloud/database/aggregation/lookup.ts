import { invalidParam } from '../database-error';
import { indexValues } from '../paths';
import { plainCopy } from '../plain';
import { setAt } from '../updates/update-paths';
import type { Doc, Value } from '../values';
import { isDoc } from '../values';
import { type PipelineSource, runPipeline, runStages, type Stage, stagesOf } from './pipeline';

interface Spec {
  from: string;
  as: string;
  localField: string | undefined;
  foreignField: string | undefined;
  variables: Doc;
  stages: Stage[];
}

function specOf(value: Value): Spec {
  if (!isDoc(value)) throw invalidParam('$lookup needs an object');
  const { from, as, localField, foreignField, let: variables, pipeline } = value;
  if (typeof from !== 'string' || typeof as !== 'string') throw invalidParam('$lookup needs from and as');
  if (
    (localField === undefined) !== (foreignField === undefined) ||
    (localField === undefined && pipeline === undefined)
  )
    throw invalidParam('$lookup needs localField with foreignField, or a pipeline');
  const text = (field: Value, name: string) => {
    if (field !== undefined && typeof field !== 'string')
      throw invalidParam(`$lookup ${name} must be a string`);
    return field;
  };
  return {
    from,
    as,
    localField: text(localField, 'localField'),
    foreignField: text(foreignField, 'foreignField'),
    variables: isDoc(variables) ? variables : {},
    stages: stagesOf(pipeline),
  };
}

/** The equality a local value asks of the foreign collection, first so that an index serves it. */
function joinStage({ localField, foreignField }: Spec, doc: Doc): Stage[] {
  if (localField === undefined || foreignField === undefined) return [];
  const { values } = indexValues(doc, localField.split('.'));
  // An empty array joins with nothing, a missing field with null and missing ones.
  const wanted = values.filter(value => value !== undefined);
  const condition: Doc = wanted.length === 1 ? { $eq: wanted[0] } : { $in: wanted };
  return [{ $match: { [foreignField]: condition } }];
}

function variablesFor(source: PipelineSource, spec: Spec, doc: Doc): Doc {
  if (Object.keys(spec.variables).length === 0) return {};
  const [values] = runStages(source, [doc], [{ $replaceRoot: { newRoot: spec.variables } }]);
  // A variable whose field is missing is there all the same, as null.
  return Object.fromEntries(Object.keys(spec.variables).map(name => [name, values?.[name] ?? null]));
}

/**
 * $lookup by equality, by `let` and pipeline, or both. The foreign read goes through the planner,
 * so `foreignField` and a literal leading `$match` use indexes.
 */
export function lookup(source: PipelineSource, docs: Doc[], value: Value): Doc[] {
  const spec = specOf(value);
  const foreign = source.catalog.get(spec.from);
  const correlated = spec.localField !== undefined || Object.keys(spec.variables).length > 0;
  let shared: Doc[] | undefined;
  return docs.map(doc => {
    const variables = { ...source.variables, ...variablesFor(source, spec, doc) };
    const read = () =>
      runPipeline({ ...source, variables }, foreign, [...joinStage(spec, doc), ...spec.stages]);
    if (!correlated) shared ??= read();
    const path = spec.as.split('.');
    const joined = path.length > 1 ? plainCopy(doc) : { ...doc };
    setAt(joined, path, shared ?? read());
    return joined;
  });
}
