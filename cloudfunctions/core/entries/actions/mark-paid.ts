import * as v from 'valibot';
import type { PaymentState } from '../../../../typings/contract/entries';
import { fen } from '../../chains/field-schema';
import { defineChainAction } from '../../chains/gate';
import { chainId } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import type { EntryDocument } from '../document';
import { seatOf } from '../keys';
import { amountDue } from '../rules';
import { entryIds } from '../schema';
import { staffEvent } from '../staff-event';
import { markPayment, readEntries } from '../store';
import type { Reader } from '../views';

const WORDS: Record<PaymentState, string> = { unpaid: '未付', paid: '已付', refunded: '已退' };

/** Cents only where there are any. */
const yuan = (amountFen: number): string => (amountFen / 100).toFixed(amountFen % 100 === 0 ? 0 : 2);

const detailOf = (payment: PaymentState, paidFen: number | undefined): string =>
  paidFen === undefined ? WORDS[payment] : `${WORDS[payment]} ${yuan(paidFen)} 元`;

/** What an entry costs now; a later change of prices does not change what was paid. */
function dueOf({ chain }: Reader, entry: EntryDocument): number | undefined {
  const places = seatOf(chain.book, entry._id)?.places ?? entry.places;
  return amountDue(chain.settings, places, entry.answers);
}

/** Ids under each amount, of those that are not marked so already. */
function byAmount(
  entries: EntryDocument[],
  amountOf: (entry: EntryDocument) => number | undefined,
): Map<number | undefined, string[]> {
  const groups = new Map<number | undefined, string[]>();
  for (const entry of entries) {
    const amount = amountOf(entry);
    groups.set(amount, [...(groups.get(amount) ?? []), entry._id]);
  }
  return groups;
}

export const markPaidAction = defineChainAction<'chains.markPaid'>({
  who: 'volunteer',
  input: v.pipe(
    exactObject({
      chainId,
      entryIds,
      payment: v.picklist(['unpaid', 'paid', 'refunded']),
      paidFen: v.exactOptional(fen),
    }),
    v.check(
      ({ entryIds: ids, payment, paidFen }) =>
        paidFen === undefined || (ids.length === 1 && payment !== 'unpaid'),
      'an amount of one entry that is paid or refunded',
    ),
  ),
  logs: ({ changed: count }) => (count > 0 ? { what: 'entries-handled', kind: 'chain', count } : undefined),
  run: async ({ chainId: chain, entryIds: ids, payment, paidFen }, call) => {
    const numbered = new Set(call.chain.book.order);
    const found = (await readEntries(ids.filter(id => numbered.has(id)))).filter(
      entry => entry.chain === chain,
    );
    if (found.length < ids.length) return refuse('NOT_FOUND');
    const amountOf = (entry: EntryDocument) =>
      payment === 'unpaid'
        ? undefined
        : (paidFen ?? (payment === 'refunded' ? entry.paidFen : undefined) ?? dueOf(call, entry));
    let changed = 0;
    for (const [amount, some] of byAmount(found, amountOf))
      changed += await markPayment(
        some,
        payment,
        amount,
        staffEvent(call, 'paid', detailOf(payment, amount)),
      );
    return done({ changed });
  },
});
