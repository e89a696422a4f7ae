import fc from 'fast-check';
import { seededRandom } from '../../../local/cloud/faults/faults';
import { Cloud, edit, Phone } from './queue-phone';

const HOUR = 3_600_000;

const phoneOf = (cloud: Cloud, online: { is: boolean }) =>
  new Phone(cloud, () => (online.is ? 'answered' : 'unsent'));

describe('changes made without a network', () => {
  it('are one for each thing, in the order they were begun, the last word counting', async () => {
    const cloud = new Cloud();
    cloud.items.set('a', { rev: 1 });
    const online = { is: false };
    const phone = phoneOf(cloud, online);
    phone.add('items.edit', edit('a', 1, { starred: true }));
    phone.add('me.change', { theme: 'dark' });
    phone.add('items.edit', edit('a', 1, { starred: false, protected: true }));
    await phone.queue.drain();
    expect(phone.queue.visible).toBe(2);
    online.is = true;
    await phone.queue.drain(true);
    expect(phone.sent).toHaveLength(2);
    expect(cloud.items.get('a')).toEqual({ rev: 2, starred: false, protected: true });
    expect(cloud.settings).toEqual({ theme: 'dark' });
    expect(phone.queue.isEmpty).toBe(true);
  });

  it('are sent by the next start when the program was closed meanwhile', async () => {
    const cloud = new Cloud();
    const online = { is: false };
    const phone = phoneOf(cloud, online);
    phone.add('trash.tick', { ids: ['x'], done: true });
    phone.kill();
    online.is = true;
    await phone.queue.drain();
    expect(cloud.ticks).toEqual(new Map([['x', true]]));
  });

  it('do not wait for a network in every call after a try that failed', async () => {
    const online = { is: false };
    const tries: number[] = [];
    const phone = new Phone(new Cloud(), () => {
      tries.push(phone.now);
      return online.is ? 'answered' : 'unsent';
    });
    phone.add('me.change', { theme: 'dark' });
    await phone.queue.drain();
    await phone.queue.drain();
    phone.now += 6_000;
    await phone.queue.drain();
    expect(tries).toEqual([0, 6_000]);
  });

  it('give way to what was changed elsewhere, and say so', async () => {
    const cloud = new Cloud();
    cloud.items.set('a', { rev: 4, note: '别处写的' });
    const phone = phoneOf(cloud, { is: true });
    phone.add('items.edit', edit('a', 3, { note: '这里写的' }));
    await phone.queue.drain();
    expect(phone.refused.map(({ change, code }) => [change.about, code])).toEqual([['某个号', 'CONFLICT']]);
    expect(cloud.items.get('a')).toEqual({ rev: 4, note: '别处写的' });
  });

  it('are given up after 72 hours, except that nobody is told of what nobody knew', async () => {
    const cloud = new Cloud();
    const phone = phoneOf(cloud, { is: true });
    phone.add('me.change', { theme: 'dark' });
    phone.add('items.opened', { id: 'a' });
    phone.now = 72 * HOUR + 1;
    await phone.queue.drain();
    expect(phone.refused.map(({ code }) => code)).toEqual([undefined]);
    expect([cloud.settings, phone.queue.isEmpty]).toEqual([{}, true]);
  });

  it('are 200 at most', () => {
    const phone = phoneOf(new Cloud(), { is: false });
    const ids = Array.from({ length: 201 }, (_, at) => `${at}`);
    expect(ids.map(id => phone.add('items.opened', { id })).filter(Boolean)).toHaveLength(200);
  });

  it('stay forgotten when they are forgotten while one is on its way', async () => {
    const cloud = new Cloud();
    const phone = phoneOf(cloud, { is: true });
    phone.add('me.change', { theme: 'dark' });
    phone.add('me.change', { fontMode: 'large' });
    const draining = phone.queue.drain();
    phone.queue.forget();
    await draining;
    expect([phone.queue.isEmpty, phone.sent.length]).toEqual([true, 1]);
  });
});

type Step =
  | { what: 'edit'; id: string; field: string; value: number }
  | { what: 'elsewhere'; id: string; value: number }
  | { what: 'settings'; value: number }
  | { what: 'drain' }
  | { what: 'kill' };

const id = fc.constantFrom('a', 'b');
const value = fc.integer({ min: 1, max: 9 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('edit' as const), id, field: fc.constantFrom('note', 'label'), value }),
    fc.record({ what: fc.constant('elsewhere' as const), id, value }),
    fc.record({ what: fc.constant('settings' as const), value }),
    fc.constant({ what: 'drain' as const }),
    fc.constant({ what: 'kill' as const }),
  ),
  { maxLength: 24 },
);

/** A person with a phone on a bad network, and the same person elsewhere on a good one. */
class Tale {
  readonly cloud = new Cloud();
  readonly phone: Phone;
  /** By item and field, or `settings`. */
  readonly wanted = new Map<string, unknown>();
  readonly elsewhere = new Map<string, number>();
  /** The items as the screens show them: looked at once, and again after each start. */
  private seen = new Map<string, number>();
  private isBad = true;

  constructor(random: () => number) {
    for (const name of ['a', 'b']) this.cloud.items.set(name, { id: name, rev: 1 });
    this.phone = new Phone(this.cloud, () => {
      if (!this.isBad || random() < 0.4) return 'answered';
      return random() < 0.5 ? 'unsent' : 'unanswered';
    });
  }
  private edit(name: string, field: string, word: number): void {
    this.phone.add('items.edit', edit(name, this.seen.get(name) ?? 1, { [field]: word }));
    this.wanted.set(`${name}.${field}`, word);
  }
  private editElsewhere(name: string, folder: number): void {
    const { rev = 0, ...item } = this.cloud.items.get(name) ?? {};
    this.cloud.items.set(name, { ...item, folder, rev: rev + 1 });
    this.elsewhere.set(name, folder);
  }
  private choose(silentDays: number): void {
    this.phone.add('me.change', { silentDays: silentDays as never });
    this.wanted.set('settings', silentDays);
  }
  private restart(): void {
    this.phone.kill();
    this.seen = new Map(this.phone.revs);
  }
  async live(step: Step): Promise<void> {
    this.phone.now += 10_000;
    if (step.what === 'edit') this.edit(step.id, step.field, step.value);
    if (step.what === 'elsewhere') this.editElsewhere(step.id, step.value);
    if (step.what === 'settings') this.choose(step.value);
    if (step.what === 'drain') await this.phone.queue.drain();
    if (step.what === 'kill') this.restart();
  }
  async end(): Promise<void> {
    this.isBad = false;
    await this.phone.queue.drain(true);
  }
}

/** Refused for the reason there is: somebody was faster. */
const isRightful = ({ change, code }: Phone['refused'][number], { elsewhere }: Tale): boolean =>
  code === 'CONFLICT' && elsewhere.has((change.input as { id: string }).id);

/** Wanted, not there, and nobody was told. */
function missing({ cloud, phone, wanted }: Tale): string[] {
  const told = new Set(phone.refused.map(({ change }) => (change.input as { id?: string }).id));
  return [...wanted].flatMap(([place, expected]) => {
    const [name = '', field = 'silentDays'] = place.split('.');
    const stored = place === 'settings' ? cloud.settings : cloud.items.get(name);
    return told.has(name) || stored?.[field] === expected ? [] : [place];
  });
}

test('whatever is lost on the way, every change arrives or somebody is told, and what was done elsewhere stays', () =>
  fc.assert(
    fc.asyncProperty(steps, fc.integer(), async (story, seed) => {
      const tale = new Tale(seededRandom(seed));
      for (const step of story) await tale.live(step);
      await tale.end();
      const { cloud, phone, elsewhere } = tale;
      expect(phone.queue.isEmpty).toBe(true);
      for (const [name, folder] of elsewhere) expect(cloud.items.get(name)).toMatchObject({ folder });
      expect(missing(tale)).toEqual([]);
      expect(phone.refused.filter(refused => !isRightful(refused, tale))).toEqual([]);
    }),
    { numRuns: 300 },
  ));
