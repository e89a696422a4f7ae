import { parseBatch } from '../../batches/document';
import { batchView } from '../../batches/rules';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { readPerson } from '../../people/store';
import { suggestionsFor } from '../rules';
import { countHome } from '../store';

/** Two requests; two more on a first visit. */
export const showHome = defineAction<'home.show'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid, now }) => {
    const { me, unfinished } = await readPerson(uid, { withBatches: true });
    const { silentDays } = me.settings;
    const { kinds, ...counts } = await countHome(uid, now, silentDays);
    return done({
      ...counts,
      suggestions: suggestionsFor(kinds, silentDays),
      unfinished: unfinished.map(batch => batchView(parseBatch(batch), now)),
      me,
    });
  },
});
