import * as v from 'valibot';
import type { Outcome } from './refusal';
import { done, grouped, refuse } from './refusal';

/** Characters of the whole event as JSON; the platform's own limit is about 100 KB. */
export const EVENT_MAX = 100 * 1024;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these fields and no other; valibot's own takes an array for an object without fields. */
export const exactObject = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(v.custom<Record<string, unknown>>(isRecord, 'an object'), v.strictObject(entries));

type Issue = v.BaseIssue<unknown>;

interface Finding {
  issue: Issue;
  path: string[];
}

const pathOf = (issue: Issue): string[] => issue.path?.map(step => String(step.key)) ?? [];

/** A field that is there tells more than one that is missing, one deep inside more than one outside. */
const weightOf = ({ issue, path }: Finding): number => path.length + (issue.input === undefined ? 0 : 100);

/** Of the alternatives of a union the one that was meant says best what is wrong. */
function meant(issue: Issue): Finding {
  const own = { issue, path: pathOf(issue) };
  if (issue.type !== 'union') return own;
  const inner = (issue.issues ?? []).map(meant);
  const [first = own, ...others] = inner.map(found => ({ ...found, path: [...own.path, ...found.path] }));
  return others.reduce((best, next) => (weightOf(next) > weightOf(best) ? next : best), first);
}

/** Checks an input against its schema; the first wrong field is named, its value is never repeated. */
export function readInput<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Outcome<T> {
  const result = v.safeParse(schema, input === undefined ? {} : input, { abortEarly: true });
  if (result.success) return done(result.output);
  const { issue, path: steps } = meant(result.issues[0]);
  const path = steps.join('.').slice(0, 120);
  if (issue.type === 'max_length') {
    const max = Number(issue.requirement);
    const message = `最多 ${grouped(max)} 个${typeof issue.input === 'string' ? '字' : ''}`;
    return refuse('TOO_LARGE', { message, path, max });
  }
  return refuse('BAD_INPUT', { path, expected: (issue.expected ?? issue.type).slice(0, 120) });
}

export function isTooLarge(event: unknown): boolean {
  return (JSON.stringify(event) ?? '').length > EVENT_MAX;
}
