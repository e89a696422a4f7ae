import type { MeView, Settings } from '../../typings/contract/people';
import { offline } from '../copy/offline';
import type { Answer } from '../view/answer';
import { call, change, lastAnswer } from './cloud';
import { amendKept } from './kept-replies';

export const showMe = () => call('me.show', {});

/** What is kept of the person says so too, or the next look without a network would undo it on the screen. */
function keepSettings({ settings }: MeView): void {
  amendKept('me.show', me => ({ ...me, settings }));
  amendKept('home.show', home => ({ ...home, me: { ...home.me, settings } }));
}

function knownMe(): MeView | undefined {
  const [mine, home] = [lastAnswer('me.show', {}), lastAnswer('home.show', {})];
  if (mine?.ok) return mine.data;
  return home?.ok ? home.data.me : undefined;
}

/** Waits for the network when there is none; who was never here with a network has nothing to change yet. */
export async function changeSettings(changes: Partial<Settings>) {
  const me = knownMe();
  const reply =
    me === undefined
      ? await call('me.change', changes)
      : await change('me.change', changes, {
          expected: { ...me, settings: { ...me.settings, ...changes } },
          about: offline.settings,
        });
  if (reply.ok) keepSettings(reply.data);
  return reply;
}

/** What the cloud says of the person after a change is what is kept of them. */
export async function keepMe(asked: Promise<Answer<MeView>>): Promise<Answer<MeView>> {
  const reply = await asked;
  if (reply.ok) {
    amendKept('me.show', () => reply.data);
    amendKept('home.show', home => ({ ...home, me: reply.data }));
  }
  return reply;
}

/** GONE when the 72 h are over. Once more is harmless. */
export const withdrawDeletion = () => keepMe(call('me.withdrawDeletion', {}));
