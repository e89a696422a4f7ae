import { refuseErased } from '../../accounts/refusal';
import { isOver } from '../../accounts/rules';
import { parseBatch } from '../../batches/document';
import { batchView } from '../../batches/rules';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { shownMe } from '../../people/pictures';
import { readPerson } from '../../people/store';
import { suggestionsFor } from '../rules';
import { countHome } from '../store';

/** Two requests; two more on a first visit. */
export const showHome = defineAction<'home.show'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid, now }) => {
    const person = await readPerson(uid, { withBatches: true });
    if (isOver(person.me, now)) return refuseErased();
    const { silentDays } = person.me.settings;
    const [{ kinds, ...counts }, me] = await Promise.all([countHome(uid, now, silentDays), shownMe(person)]);
    return done({
      ...counts,
      suggestions: suggestionsFor(kinds, silentDays),
      unfinished: person.unfinished.map(batch => batchView(parseBatch(batch), now)),
      me,
    });
  },
});
