import * as v from 'valibot';
import type { Outcome } from './refusal';
import { done, refuse } from './refusal';

/** Characters of the whole event as JSON; the platform's own limit is about 100 KB. */
export const EVENT_MAX = 100 * 1024;

const label = (issue: v.BaseIssue<unknown>): string => {
  const path = issue.path?.map(step => String(step.key)).join('.') ?? '';
  return path.slice(0, 120);
};

/** Checks an input against its schema; the first wrong field is named, its value is never repeated. */
export function readInput<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Outcome<T> {
  const result = v.safeParse(schema, input ?? {}, { abortEarly: true });
  if (result.success) return done(result.output);
  const [issue] = result.issues;
  return refuse('BAD_INPUT', { path: label(issue), expected: (issue.expected ?? issue.type).slice(0, 120) });
}

export function isTooLarge(event: unknown): boolean {
  return (JSON.stringify(event) ?? '').length > EVENT_MAX;
}
