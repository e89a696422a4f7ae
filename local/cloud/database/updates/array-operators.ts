import { compareBytes } from '../bytes';
import { compareValues, sameValue } from '../compare';
import { invalidParam, writeFailed } from '../database-error';
import { compileFilter, itemTest } from '../filter';
import { equalTo, isOperatorDoc, regexTest, type ValueTest } from '../predicates';
import { sortBytes, sortKeysOf } from '../sorting';
import type { Doc, Value } from '../values';
import { isDoc, isNumeric, toNumber } from '../values';

const typeName = (value: Value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

function listAt(operator: string, path: string, old: Value): Value[] {
  if (!Array.isArray(old))
    throw writeFailed(
      `Cannot apply ${operator}: the field '${path}' must be an array but is of type ${typeName(old)}`,
    );
  return old;
}

function wholeNumber(value: Value, name: string): number {
  const number = isNumeric(value) ? toNumber(value) : Number.NaN;
  if (!Number.isInteger(number)) throw invalidParam(`The value for ${name} must be an integer value`);
  return number;
}

function eachOf(operator: string, operand: Value): Value[] {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  const list = operand['$each'];
  if (!Array.isArray(list)) throw invalidParam(`The argument to $each in ${operator} must be an array`);
  return list;
}

function sortItems(list: Value[], order: Value): Value[] {
  if (isNumeric(order)) return list.sort((a, b) => toNumber(order) * compareValues(a, b));
  const keys = sortKeysOf(order);
  const ranked = list.map(item => ({ item, key: sortBytes(isDoc(item) ? item : {}, keys) }));
  return ranked.sort((a, b) => compareBytes(a.key, b.key)).map(({ item }) => item);
}

/** `$push`: position first, then sort, then slice, whatever order they are written in. */
export function push(path: string, old: Value, operand: Value): Value {
  const list = old === undefined ? [] : [...listAt('$push', path, old)];
  const items = eachOf('$push', operand);
  const modifiers: Doc = isDoc(operand) && '$each' in operand ? operand : {};
  const unknown = Object.keys(modifiers).find(
    name => !['$each', '$position', '$sort', '$slice'].includes(name),
  );
  if (unknown) throw invalidParam(`Unrecognized clause in $push: ${unknown}`);
  const { $position, $sort, $slice } = modifiers;
  const position = $position === undefined ? list.length : wholeNumber($position, '$position');
  list.splice(position, 0, ...items);
  const ordered = $sort === undefined ? list : sortItems(list, $sort);
  if ($slice === undefined) return ordered;
  const slice = wholeNumber($slice, '$slice');
  return slice < 0 ? ordered.slice(slice) : ordered.slice(0, slice);
}

export function addToSet(path: string, old: Value, operand: Value): Value {
  const list = old === undefined ? [] : [...listAt('$addToSet', path, old)];
  for (const item of eachOf('$addToSet', operand))
    if (!list.some(known => sameValue(known, item))) list.push(item);
  return list;
}

function pullTest(operand: Value): ValueTest {
  if (operand instanceof RegExp) return regexTest(operand);
  if (isOperatorDoc(operand)) return itemTest(operand);
  if (!isDoc(operand)) return Array.isArray(operand) ? item => sameValue(item, operand) : equalTo(operand);
  const matches = compileFilter(operand);
  return item => isDoc(item) && matches(item);
}

export function pull(path: string, old: Value, operand: Value): Value {
  const test = pullTest(operand);
  return listAt('$pull', path, old).filter(item => !test(item));
}

export function pullAll(path: string, old: Value, operand: Value): Value {
  if (!Array.isArray(operand)) throw invalidParam('$pullAll requires an array argument');
  return listAt('$pullAll', path, old).filter(item => !operand.some(gone => sameValue(gone, item)));
}

export function pop(path: string, old: Value, operand: Value): Value {
  const end = isNumeric(operand) ? toNumber(operand) : 0;
  if (end !== 1 && end !== -1) throw invalidParam('$pop expects 1 or -1');
  const list = listAt('$pop', path, old);
  return end === 1 ? list.slice(0, -1) : list.slice(1);
}

/** The first item the query's condition on this array matched: what `$` stands for; -1 when none did. */
export function matchedItem(list: Value[], path: string, filter: Doc): number {
  for (const key of Object.keys(filter)) {
    const at =
      key === '$and' ? matchedByAll(list, path, filter[key]) : matchedByField(list, path, key, filter[key]);
    if (at >= 0) return at;
  }
  return -1;
}

function matchedByAll(list: Value[], path: string, parts: Value): number {
  const filters = Array.isArray(parts) ? parts.filter(isDoc) : [];
  return filters.map(part => matchedItem(list, path, part)).find(at => at >= 0) ?? -1;
}

function matchedByField(list: Value[], path: string, key: string, condition: Value): number {
  const test = positionTest(key, path, condition);
  return test ? list.findIndex(test) : -1;
}

function positionTest(key: string, path: string, condition: Value): ValueTest | undefined {
  if (key === path) {
    const inner = isDoc(condition) ? condition['$elemMatch'] : undefined;
    if (isDoc(inner)) return itemTest(inner);
    const matches = compileFilter({ item: condition });
    return item => matches({ item });
  }
  if (!key.startsWith(`${path}.`)) return undefined;
  const matches = compileFilter({ [key.slice(path.length + 1)]: condition });
  return item => isDoc(item) && matches(item);
}
