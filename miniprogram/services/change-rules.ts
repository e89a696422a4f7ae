import type { Action, DataOf, InputOf } from '../../typings/contract/api';

/** How changes of one kind wait. Only what gives the same result when it is sent twice may be here. */
export interface ChangeRule<A extends Action> {
  /** Tells what is changed: later changes of the same thing are one with it. */
  subject(input: InputOf<A>): string;
  /** Both, the later one counting. */
  merge(before: InputOf<A>, after: InputOf<A>): InputOf<A>;
  /** What a later change of the same thing becomes once the earlier one was taken. */
  follow?(later: InputOf<A>, earlier: InputOf<A>, data: DataOf<A>): InputOf<A>;
  /** Nobody knows of it, so nobody hears of it. */
  quiet?: true;
}

export type ChangeAction = 'me.change' | 'items.edit' | 'items.opened' | 'trash.tick' | 'batches.survey';

export const changeRules: { [A in ChangeAction]: ChangeRule<A> } = {
  'me.change': { subject: () => '', merge: (before, after) => ({ ...before, ...after }) },
  'items.edit': {
    subject: ({ id }) => id,
    merge: (before, after) => ({ ...before, changes: { ...before.changes, ...after.changes } }),
    follow: (later, earlier, { item }) => (later.rev === earlier.rev ? { ...later, rev: item.rev } : later),
  },
  'items.opened': { subject: ({ id }) => id, merge: (_, after) => after, quiet: true },
  'trash.tick': { subject: ({ ids }) => ids.join(), merge: (_, after) => after },
  'batches.survey': { subject: ({ batchId }) => batchId, merge: (_, after) => after },
};
