import { subscriptionPlace } from '../../../cloudfunctions/core/notices/document';
import { uidOf } from '../../../cloudfunctions/core/platform/crypto';
import { seal } from '../../../cloudfunctions/core/platform/sealing';
import { encodeSeat } from '../../../cloudfunctions/core/seats/book';
import { TEST_KEYS } from './keys';
import type { TestCloud } from './test-cloud';

/** An entry's key in the book has 17 characters, its id 16 more. */
const keyOf = (index: number): string => `e${String(index).padStart(16, '0')}`;
const entryIdOf = (index: number): string => keyOf(index) + 'r'.repeat(16);

export const memberOf = (index: number): string => `openid-of-member-${index}`;

/**
 * Puts people into a chain without a join each, every one of whom allows one reminder: what hundreds of joins would leave
 * in the database. Their openids are those of `memberOf`.
 */
export async function seedMembers(test: TestCloud, chainId: string, count: number): Promise<void> {
  Object.assign(process.env, TEST_KEYS);
  const all = Array.from({ length: count }, (_, index) => ({ index, uid: uidOf(memberOf(index)) }));
  const seats = all.map(({ index, uid }) => {
    const seat = {
      key: keyOf(index),
      entryId: entryIdOf(index),
      status: 'in' as const,
      uid,
      places: 1,
      picks: {},
    };
    return [seat.key, encodeSeat(seat)] as const;
  });
  const order = all.map(({ index }) => entryIdOf(index));
  await test.database.set(
    'chains',
    { _id: chainId },
    {
      'book.seats': Object.fromEntries(seats),
      'book.order': order,
      'book.left.room': 2000 - count,
    },
  );
  const at = test.cloud.now();
  await test.database.insert(
    'entries',
    all.map(({ index, uid }) => ({
      ...{
        _id: entryIdOf(index),
        chain: chainId,
        request: 'r',
        people: [uid],
        uid,
        name: `成员${index + 1}`,
      },
      ...{ places: 1, answers: {}, at, payment: 'unpaid', events: [] },
    })),
  );
  await test.database.insert(
    'subscriptions',
    all.map(({ index, uid }) => ({
      ...{ _id: uid, openid: seal(memberOf(index), subscriptionPlace(uid)), left: { reminder: 1 } },
      ...{ requests: [], sent: [], claim: '' },
    })),
  );
  for (const { index } of all) test.cloud.subscribe(memberOf(index), 'template-reminder');
}
