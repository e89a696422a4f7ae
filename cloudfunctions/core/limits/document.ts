import * as v from 'valibot';
import type { DayPolicy } from './policies';
import { DAY_POLICIES } from './policies';
import type { DayUse, LimitsState } from './rules';
import { dayField } from './rules';
import { NO_UNLIKES } from './unlike-rules';

const tags = v.optional(v.array(v.string()), []);
/** Two batches may take the same like, and it goes once. */
const differentTags = v.optional(
  v.pipe(
    v.array(v.string()),
    v.transform(all => [...new Set(all)]),
  ),
  [],
);

const dayUse = v.object({
  used: v.optional(v.number(), 0),
  taken: tags,
  charged: v.optional(v.array(v.object({ id: v.string(), cost: v.number() })), []),
});

const unlikes = v.object({
  log: v.optional(v.array(v.object({ id: v.string(), at: v.number() })), []),
  startedAt: v.optional(v.number(), 0),
  likes: v.optional(v.number(), 0),
  cancelled: differentTags,
  returned: tags,
  slowed: v.optional(v.boolean(), false),
});

const limitsDocument = v.object({
  grade: v.picklist(['ordinary', 'verified']),
  days: v.optional(v.record(v.string(), v.looseObject({ refunded: tags })), {}),
  unlikes: v.optional(unlikes, NO_UNLIKES),
  writes: v.optional(v.array(v.number()), []),
  slowUntil: v.optional(v.number(), 0),
});

const DAY_MS = 86_400_000;

/** A policy's name as a field: a dot would mean a path. */
export const policyField = (policy: string): string => policy.replace('.', '_');

/** A person who never used anything limited has no document: everything is still there for them. */
export function parseLimits(document: unknown, now: number): LimitsState {
  if (document === undefined || document === null)
    return { grade: 'ordinary', uses: {}, refunded: [], unlikes: NO_UNLIKES, writes: [], slowUntil: 0 };
  const { grade, days, ...rest } = v.parse(limitsDocument, document);
  const today = days[dayField(now)] ?? { refunded: [] };
  const yesterday = days[dayField(now - DAY_MS)] ?? {};
  const uses: Partial<Record<DayPolicy, DayUse>> = {};
  for (const policy of DAY_POLICIES) {
    const use = v.parse(dayUse, today[policyField(policy) as keyof typeof today] ?? {});
    const before = v.parse(dayUse, yesterday[policyField(policy) as keyof typeof yesterday] ?? {});
    uses[policy] = { ...use, charged: [...before.charged, ...use.charged] };
  }
  return { grade, uses, refunded: today.refunded, ...rest };
}

const reminders = v.optional(v.object({ reminders: v.array(v.number()) }), { reminders: [] });

/** When a chain sent its last reminders, the newest first. */
export const parseReminders = (document: unknown): number[] =>
  v.parse(reminders, document ?? undefined).reminders;
