import { eventOf } from '../../chains/events';
import { defineChainAction } from '../../chains/gate';
import { recordEvents } from '../../chains/store';
import { done, grouped, type Refused, refuse } from '../../gateway/refusal';
import { readNames } from '../names';
import { compareWithRoster } from '../reading';
import { NAME_MAX, NAMES_MAX, setRosterInput } from '../schema';
import { readRoster, writeRoster } from '../store';

function refusalFor(names: string[]): Refused | undefined {
  if (names.length > NAMES_MAX) {
    const message = `名单最多 ${grouped(NAMES_MAX)} 人，这里有 ${grouped(names.length)} 人`;
    return refuse('TOO_LARGE', { message, path: 'text', max: NAMES_MAX });
  }
  const long = names.find(name => name.length > NAME_MAX);
  if (long === undefined) return undefined;
  const message = `每个名字最多 ${NAME_MAX} 个字，请看看“${long.slice(0, NAME_MAX)}…”`;
  return refuse('BAD_INPUT', { message, path: 'text', expected: `names of up to ${NAME_MAX} characters` });
}

export const setRoster = defineChainAction<'chains.setRoster'>({
  who: 'organizer',
  input: setRosterInput,
  logs: () => ({ what: 'roster-changed', kind: 'chain' }),
  run: async ({ chainId, text }, { chain, uid, now }) => {
    const names = readNames(text);
    const refused = refusalFor(names);
    if (refused) return refused;
    await writeRoster(chainId, names);
    const event = { at: now, what: 'roster' as const, detail: `${grouped(names.length)} 人` };
    await recordEvents(chainId, [eventOf(chain, uid, event)]);
    return done(await compareWithRoster(chain, names.length > 0 ? names : await readRoster(chain)));
  },
});
