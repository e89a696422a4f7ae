import fc from 'fast-check';
import type { ChainDocument } from '../../../cloudfunctions/core/chains/document';
import { refuse } from '../../../cloudfunctions/core/gateway/refusal';
import { DatabaseOutage } from '../../../cloudfunctions/core/platform/database';
import { personKey, type Seat } from '../../../cloudfunctions/core/seats/book';
import { recapacity } from '../../../cloudfunctions/core/seats/capacity';
import * as changes from '../../../cloudfunctions/core/seats/changes';
import { changeSeats, type Planned, settle, takeSeat } from '../../../cloudfunctions/core/seats/store';
import { termsOf } from '../../../cloudfunctions/core/seats/terms';
import { nobodyWaitsFor } from '../../../cloudfunctions/core/seats/write';
import type { ChainDraft } from '../../../typings/contract/fields';
import type { SeatWorld } from './seat-world';

const PEOPLE = ['ann', 'bob', 'cai', 'dan'];
const OPTIONS = ['a', 'b'];
const HOUR_MS = 3_600_000;

const places = fc.integer({ min: 1, max: 3 });
const capacity = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const person = fc.constantFrom(...PEOPLE);
const picks = fc.subarray(OPTIONS);
/** Which of the seats there are at that moment. */
const which = fc.nat(20);

const capacities = fc.record({ total: capacity, a: capacity, b: capacity });
export type Capacities = { [name in 'total' | 'a' | 'b']: number | undefined };

export const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('join' as const), person, places, picks }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('join-other' as const), person, which, places, picks }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('key-in' as const), which, places, picks }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('leave' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), which, places, picks }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('claim' as const), person, which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), which, approve: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('capacity' as const), capacities }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

export const story = fc.record({
  capacities,
  waitlist: fc.boolean(),
  approval: fc.integer({ min: 0, max: 3 }).map(one => one === 0),
  holdHours: fc.option(fc.constant(2), { nil: undefined }),
  devices: fc.array(fc.array(command, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 4 }),
  seed: fc.integer(),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const limited = ({ total, ...options }: Capacities): Pick<ChainDraft, 'capacity' | 'fields'> => ({
  ...(total !== undefined && { capacity: total }),
  fields: [
    {
      ...{ id: 'f', type: 'multiple' as const, label: '选项', required: false, personal: false },
      options: OPTIONS.map(id => {
        const most = options[id as 'a' | 'b'];
        return { id, label: id, ...(most !== undefined && { capacity: most }) };
      }),
    },
  ],
});

export function settingsOf({ capacities: of, waitlist, approval, holdHours }: Story): ChainDraft {
  return {
    ...{
      template: 'activity',
      title: '羽毛球',
      organizerName: '王',
      description: '',
      place: '',
      perPerson: 9,
    },
    ...{ images: [], forOthers: true, names: 'everyone', eraseAfterDays: 30, waitlist, approval },
    ...limited(of),
    ...(holdHours !== undefined && { holdHours }),
  };
}

const keyOf = (name: string): string => `e${name.padEnd(16, '_')}`;
const picked = (options: string[], count: number) =>
  Object.fromEntries(options.map(option => [`f_${option}`, count]));

type Join = Extract<Command, { do: 'join' | 'join-other' | 'key-in' }>;
const isJoin = (one: Command): one is Join => ['join', 'join-other', 'key-in'].includes(one.do);

type Change = Extract<Command, { do: 'leave' | 'remove' | 'confirm' | 'edit' | 'claim' | 'decide' }>;

function editPlan({ book }: ChainDocument, seat: Seat, of: { places: number; picks: string[] }): Planned {
  const fit = { places: of.places, picks: picked(of.picks, of.places) };
  const after = changes.refitted(book, seat, fit, false);
  return after ? { book: after.book, match: nobodyWaitsFor(after.more) } : refuse('FULL');
}

function claimPlan({ book }: ChainDocument, seat: Seat, who: string): Planned {
  const name = personKey(who);
  if (seat.uid !== undefined || name in book.own) return refuse('ALREADY_JOINED');
  const absent = { $exists: false };
  const match = { [`book.claimed.${name}`]: absent, [`book.seats.${keyOf(who)}`]: absent };
  return { book: changes.claimedBy(book, seat, who), match };
}

function decidePlan(chain: ChainDocument, seat: Seat, isApproved: boolean, now: number): Planned {
  const { book, settings } = chain;
  if (seat.status !== 'asking') return 'done';
  if (!isApproved) return { book: changes.dismissed(book, [seat], 'declined', { now }) };
  const approved = changes.approved(book, [seat], settings.waitlist, termsOf(chain, now));
  return approved === book ? refuse('FULL') : { book: approved };
}

/** Somebody's phone, or an organizer's. */
export class SeatDevice {
  private requests = 0;

  constructor(
    private readonly world: SeatWorld,
    private readonly name: string,
  ) {}

  /** Outages are told to the person, who goes on with something else. */
  async run(commands: Command[]): Promise<void> {
    for (const one of commands)
      await this.obey(one).catch(error => {
        if (!(error instanceof DatabaseOutage)) throw error;
      });
  }

  private async obey(one: Command): Promise<void> {
    if (one.do === 'wait') {
      this.world.now += one.hours * HOUR_MS;
      return;
    }
    const chain = await this.world.find();
    if (one.do === 'settle') await settle(chain, this.world.now);
    else if (one.do === 'capacity') await this.limit(chain, one.capacities);
    else if (isJoin(one)) await this.join(chain, one);
    else await this.change(chain, one);
  }

  private async join(chain: ChainDocument, one: Join): Promise<void> {
    this.requests += 1;
    const person = 'person' in one ? one.person : 'staff';
    const key = one.do === 'join' ? keyOf(person) : keyOf(`${one.do}-${person.slice(0, 1)}${one.which % 3}`);
    const whose = { join: { uid: person }, 'join-other': { by: person }, 'key-in': {} }[one.do];
    const entryId = key + `${this.name}${this.requests}`.padEnd(16, '_');
    const taken = await takeSeat(chain, this.world.now, () => ({
      ...{ key, entryId, ...whose, places: one.places, picks: picked(one.picks, one.places) },
      ownKey: keyOf(person),
      ...(one.do === 'key-in' && { isApproved: true as const, isKeyedIn: true as const }),
    }));
    if (taken.ok) expect(taken.chain.book.order).toContain(entryId);
  }

  private async change(chain: ChainDocument, one: Change): Promise<void> {
    const { now } = this.world;
    const seats = Object.values(chain.book.held);
    const id = seats[one.which % seats.length]?.entryId;
    const freesOnly = one.do === 'leave' || one.do === 'remove';
    const plan = (read: ChainDocument): Planned => {
      const seat = Object.values(read.book.held).find(({ entryId }) => entryId === id);
      return seat ? this.planFor(read, seat, one) : 'done';
    };
    await changeSeats(chain, { now, plan, ...(freesOnly && { freesOnly }) });
  }

  private planFor(chain: ChainDocument, seat: Seat, one: Change): Planned {
    const { book } = chain;
    const { now } = this.world;
    const plans: { [D in Change['do']]: (of: Extract<Change, { do: D }>) => Planned } = {
      leave: () => ({ book: changes.without(book, [seat.key]) }),
      remove: () => ({ book: changes.dismissed(book, [seat], 'removed', { now }) }),
      confirm: () => (now < (seat.until ?? 0) ? { book: changes.confirmed(book, seat) } : refuse('CONFLICT')),
      edit: of => editPlan(chain, seat, of),
      claim: of => claimPlan(chain, seat, of.person),
      decide: of => decidePlan(chain, seat, of.approve, now),
    };
    return (plans[one.do] as (of: Change) => Planned)(one);
  }

  /** As an organizer does it: looks who would lose the place, and accepts that. */
  private async limit(chain: ChainDocument, to: Capacities): Promise<void> {
    const settings = { ...chain.settings, ...limited(to) };
    if (to.total === undefined) delete settings.capacity;
    const terms = termsOf({ ...chain, settings }, this.world.now);
    const tried = recapacity(chain.book, settings, undefined, terms);
    const done = tried.ok ? tried : recapacity(chain.book, settings, tried.displaced, terms);
    if (!done.ok) throw new Error('those who are named are not those who are moved');
    const { $set, $inc, ...rest } = done.update;
    await this.world.change(
      { ...done.match, rev: chain.rev },
      { ...rest, $set: { ...$set, settings }, $inc: { ...$inc, rev: 1 } },
    );
  }
}
