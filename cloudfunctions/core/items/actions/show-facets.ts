import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { facetsOf } from '../facets';
import { SILENT_DAYS } from '../rules';
import { itemFilter, itemKind } from '../schema';
import { countMatching } from '../store';

export const showFacets = defineAction<'items.facets'>({
  who: 'self',
  input: exactObject({ kind: itemKind, filter: v.exactOptional(itemFilter) }),
  run: async ({ kind, filter = {} }, { uid, now }) => {
    const isFiltered = Object.keys(filter).some(key => key !== 'silentDays');
    const [facets, matching] = await Promise.all([
      facetsOf(uid, kind, now, filter.silentDays ?? SILENT_DAYS),
      isFiltered ? countMatching(uid, kind, filter, now) : undefined,
    ]);
    return done({ ...facets, matching: matching ?? facets.total });
  },
});
