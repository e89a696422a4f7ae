import { ItemCounts } from '../../../miniprogram/view/item-counts';
import type { Reply } from '../../../typings/contract/api';
import type { ItemFacets } from '../../../typings/contract/items';

const facets = (matching: number): ItemFacets => ({
  ...{ total: 412, matching, silent: 38, unknown: 5, frequent: 12, unopened: 0, starred: 3, protected: 1 },
  ...{ dead: 0, duplicate: 0, marks: { 'advert-heavy': 0, outdated: 0 }, types: {} },
  ...{ tags: [], folders: [], labels: [] },
});
const reply = (matching: number): Reply<ItemFacets> => ({ ok: true, data: facets(matching), now: 0 });
const refusal: Reply<ItemFacets> = { ok: false, error: { code: 'UNAVAILABLE', message: '' }, now: 0 };

/** A call that is answered when the test says so. */
function slowCall() {
  let answer: (reply: Reply<ItemFacets>) => void = () => undefined;
  const answered = new Promise<Reply<ItemFacets>>(resolve => {
    answer = resolve;
  });
  return { load: () => answered, answer };
}

describe('the numbers beside a list', () => {
  it('are there once they were counted', async () => {
    const counts = new ItemCounts();
    expect(counts.matching).toBeUndefined();
    expect(await counts.ask(async () => reply(38))).toBe(true);
    expect(counts).toMatchObject({ matching: 38, facets: { silent: 38 } });
  });

  it('never come from an answer to an older question', async () => {
    const counts = new ItemCounts();
    const [older, newer] = [slowCall(), slowCall()];
    const first = counts.ask(older.load);
    const second = counts.ask(newer.load);
    newer.answer(reply(2));
    expect(await second).toBe(true);
    older.answer(reply(400));
    expect(await first).toBe(false);
    expect(counts.matching).toBe(2);
  });

  it('are gone while the question changes, and what arrives then is dropped', async () => {
    const counts = new ItemCounts();
    await counts.ask(async () => reply(400));
    const late = slowCall();
    const asked = counts.ask(late.load);
    counts.forget();
    late.answer(reply(400));
    expect(await asked).toBe(false);
    expect(counts.matching).toBeUndefined();
  });

  it('are rather absent than old when counting failed', async () => {
    const counts = new ItemCounts();
    await counts.ask(async () => reply(400));
    expect(await counts.ask(async () => refusal)).toBe(true);
    expect([counts.matching, counts.facets]).toEqual([undefined, undefined]);
  });
});
