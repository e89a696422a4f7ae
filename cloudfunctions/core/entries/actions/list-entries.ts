import * as v from 'valibot';
import type { EntryFilter } from '../../../../typings/contract/entries';
import { defineChainAction, isAtLeast } from '../../chains/gate';
import { chainId } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { escaped } from '../../items/query';
import type { Query } from '../../platform/database';
import { listEntries } from '../page';
import { entryFilter, numberCursor } from '../schema';
import { type Reader, seesNames } from '../views';

/** Lists that only those who run the chain work with. */
const OF_STAFF: EntryFilter[] = ['asking', 'unpaid', 'gone'];

const SEARCH_MAX = 20;

/** Names as they were written; no letter case. What is not checked yet is found by organizers only. */
function nameCondition(search: string, { role }: Reader): Query {
  const name = { $regularExpression: { pattern: escaped(search), options: 'i' } };
  return isAtLeast(role, 'organizer') ? { name } : { name, checkedAt: { $exists: false } };
}

function conditionOf(filter: EntryFilter, search: string, reader: Reader): Query | undefined {
  const conditions = {
    ...(filter === 'unpaid' && { payment: 'unpaid' }),
    ...(search !== '' && nameCondition(search, reader)),
  };
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}

export const listEntriesAction = defineChainAction<'chains.entries'>({
  who: 'visitor',
  input: exactObject({
    chainId,
    filter: v.exactOptional(entryFilter),
    search: v.exactOptional(v.pipe(v.string(), v.trim(), v.maxLength(SEARCH_MAX))),
    cursor: v.exactOptional(numberCursor),
  }),
  run: async ({ filter = 'all', search = '', cursor = '0' }, call) => {
    if (OF_STAFF.includes(filter) && !isAtLeast(call.role, 'volunteer')) return refuse('FORBIDDEN');
    if (search !== '' && !seesNames(call))
      return refuse('FORBIDDEN', { message: '这个接龙不公开姓名，不能按姓名查找' });
    const condition = conditionOf(filter, search, call);
    return done(await listEntries(call, { filter, after: Number(cursor), ...(condition && { condition }) }));
  },
});
