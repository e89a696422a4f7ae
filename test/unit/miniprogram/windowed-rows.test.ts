import fc from 'fast-check';
import { WindowedRows, type WindowPatch, windowAt } from '../../../miniprogram/view/windowed-rows';
import type { PageOf, Reply } from '../../../typings/contract/api';

interface Thing {
  id: string;
}
const things = (from: number, count: number): Thing[] =>
  Array.from({ length: count }, (_, index) => ({ id: `t${from + index}` }));
const reply = (items: Thing[], cursor?: string): Reply<PageOf<Thing>> => ({
  ok: true,
  now: 0,
  data: cursor === undefined ? { items } : { items, cursor },
});

function listOf(load: (cursor: string | undefined) => Promise<Reply<PageOf<Thing>>>) {
  const patches: WindowPatch<string>[] = [];
  const list = new WindowedRows<Thing, string>({
    load,
    toRow: ({ id }) => id,
    publish: patch => patches.push(patch),
    rowHeight: 64,
    viewHeight: 700,
  });
  return { list, patches, shown: () => patches.at(-1) };
}
const tenThousand = async (cursor: string | undefined) => {
  const from = Number(cursor ?? 0);
  return reply(things(from, 100), from + 100 < 10_000 ? String(from + 100) : undefined);
};

describe('window', () => {
  it('covers the screen wherever it is scrolled to, and never more than about two of them', () => {
    fc.assert(
      fc.property(
        fc.nat(700_000),
        fc.integer({ min: 300, max: 1_200 }),
        fc.constantFrom(64, 76, 88, 164),
        fc.nat(10_000),
        (scrollTop, view, row, count) => {
          const top = Math.min(scrollTop, Math.max(0, count * row - view));
          const { start, end } = windowAt(top, view, row, count);
          expect(start * row).toBeLessThanOrEqual(top);
          expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((top + view) / row)));
          expect(end - start).toBeLessThanOrEqual(Math.ceil(view / row) + 10);
        },
      ),
    );
  });
});

describe('a long list', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('follows a fling in at most 12 changes a second and ends where the fling ends', async () => {
    const { list, patches, shown } = listOf(tenThousand);
    await list.restart();
    await list.more();
    jest.runAllTimers();
    patches.length = 0;
    for (let frame = 1; frame <= 60; frame += 1) {
      list.onScroll(frame * 100);
      jest.advanceTimersByTime(1000 / 60);
    }
    expect(patches.length).toBeGreaterThan(6);
    expect(patches.length).toBeLessThanOrEqual(12);
    jest.advanceTimersByTime(1000);
    expect(shown()?.rows).toContain(`t${Math.floor((60 * 100) / 64)}`);
  });
  it('draws the same height in total, whatever part of it is drawn', async () => {
    const { list, shown } = listOf(tenThousand);
    await list.restart();
    while (list.onScroll(list.items.length * 64 - 700)) await list.more();
    jest.runAllTimers();
    expect(list.items).toHaveLength(10_000);
    const { rows, padTop, padBottom } = shown() ?? { rows: [], padTop: 0, padBottom: 0 };
    expect(padTop + rows.length * 64 + padBottom).toBe(10_000 * 64);
    expect(rows.at(-1)).toBe('t9999');
    expect(rows.length).toBeLessThan(25);
  });

  it('draws nothing anew while the window stays where it is', async () => {
    const { list, patches } = listOf(tenThousand);
    await list.restart();
    const before = patches.length;
    list.onScroll(10);
    list.onScroll(60);
    expect(patches).toHaveLength(before);
  });

  it('keeps the row on top in its place when rows become lower, and when they become higher again', async () => {
    const source = {
      rowHeight: 164,
      viewHeight: 700,
      publish: () => undefined,
      toRow: ({ id }: Thing) => id,
    };
    const list = new WindowedRows<Thing, string>(Object.assign(source, { load: tenThousand }));
    await list.restart();
    list.onScroll(40.5 * 164);
    const lower = list.keepPlace(() => Object.assign(source, { rowHeight: 88 }));
    expect(lower).toBeCloseTo(40.5 * 88);
    expect(list.drawnIndex('t40')).toBeGreaterThanOrEqual(0);
    expect(list.keepPlace(() => Object.assign(source, { rowHeight: 164 }))).toBeCloseTo(40.5 * 164);
  });

  it('drops the reply to a question that was replaced meanwhile', async () => {
    const waiting: ((value: Reply<PageOf<Thing>>) => void)[] = [];
    const { list, shown } = listOf(() => new Promise(resolve => waiting.push(resolve)));
    const first = list.restart();
    const second = list.restart();
    waiting[1]?.(reply(things(50, 1)));
    waiting[0]?.(reply(things(0, 1)));
    expect((await first).state).toBe('stale');
    expect((await second).state).toBe('ready');
    expect(shown()?.rows).toEqual(['t50']);
  });

  it('asks for a page only once at a time and not after the last', async () => {
    let calls = 0;
    const { list } = listOf(async cursor => {
      calls += 1;
      return cursor === undefined ? reply(things(0, 2), 'next') : reply(things(2, 2));
    });
    await list.restart();
    await Promise.all([list.more(), list.more()]);
    await list.more();
    expect(calls).toBe(2);
    expect(list.isEnded).toBe(true);
  });

  it('keeps each item once when a page repeats it', async () => {
    const { list } = listOf(async cursor =>
      cursor === undefined ? reply(things(0, 3), 'next') : reply(things(2, 3)),
    );
    await list.restart();
    await list.more();
    expect(list.items.map(({ id }) => id)).toEqual(['t0', 't1', 't2', 't3', 't4']);
  });

  it('keeps what it shows when the next page fails, and can ask again', async () => {
    let down = true;
    const { list } = listOf(async cursor => {
      if (cursor === undefined) return reply(things(0, 2), 'next');
      if (down) return { ok: false, now: 0, error: { code: 'UNAVAILABLE', message: '' } };
      return reply(things(2, 1));
    });
    await list.restart();
    expect((await list.more()).state).toBe('failed');
    expect(list.items).toHaveLength(2);
    down = false;
    expect((await list.more()).state).toBe('ready');
    expect(list.items).toHaveLength(3);
  });

  it('closes the gap that a removed item leaves', async () => {
    const { list, shown } = listOf(async () => reply(things(0, 3)));
    await list.restart();
    list.remove(['t1']);
    expect(shown()?.rows).toEqual(['t0', 't2']);
    expect(list.drawnIndex('t2')).toBe(1);
    expect(list.drawnIndex('t1')).toBe(-1);
  });
});

describe('rows of different heights', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('draw the same height in total wherever the list is scrolled to, and always what is on the screen', async () => {
    const extraOf = ({ id }: Thing) => (id.length % 3) * 32;
    const patches: WindowPatch<Thing>[] = [];
    const list = new WindowedRows<Thing, Thing>({
      load: async () => reply(things(0, 2_000)),
      toRow: thing => thing,
      publish: patch => patches.push(patch),
      rowHeight: 64,
      viewHeight: 700,
      extraOf,
    });
    await list.restart();
    const heightOf = (rows: Thing[]) => rows.reduce((sum, row) => sum + 64 + extraOf(row), 0);
    const total = heightOf(list.items);
    for (let top = 0; top < total - 700; top += 1_713) {
      list.onScroll(top);
      jest.runAllTimers();
      const { rows = [], padTop = 0, padBottom = 0 } = patches.at(-1) ?? {};
      expect(padTop + heightOf(rows) + padBottom).toBe(total);
      expect(padTop).toBeLessThanOrEqual(top);
      expect(padTop + heightOf(rows)).toBeGreaterThanOrEqual(top + 700);
    }
  });
});
