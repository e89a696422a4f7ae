import { enterLines } from '../../../miniprogram/chain/services/organizing';

interface Sent {
  data: { input: { requestId: string; lines: unknown[] } };
}
const sent: Sent[] = [];
/** The answer to each call, by its number from 0. */
let answer: (call: number) => object;

beforeEach(() => {
  sent.length = 0;
  const callFunction = async (call: Sent) => {
    sent.push(call);
    return { result: answer(sent.length - 1) };
  };
  Object.assign(globalThis, { wx: { cloud: { callFunction } } });
});

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `第${at}人`, places: 1 }));
const entered = { ok: true, data: { entered: 90, waiting: 8, refused: 2 }, now: 1 };

it('enters many people in several calls, each with an id of its own that stays the same', async () => {
  answer = () => entered;
  const first = await enterLines('c1', 'r1', people(250));
  expect(first).toMatchObject({ ok: true, data: { entered: 270, waiting: 24, refused: 6 } });
  expect(sent.map(({ data }) => [data.input.requestId, data.input.lines.length])).toEqual([
    ['r1-0', 100],
    ['r1-100', 100],
    ['r1-200', 50],
  ]);
  await enterLines('c1', 'r1', people(250));
  expect(sent[3]).toEqual(sent[0]);
});

it('stops at the first call that is refused, and says why', async () => {
  const refused = { ok: false, error: { code: 'CLOSED', message: '' }, now: 1 };
  answer = call => (call === 1 ? refused : entered);
  expect(await enterLines('c1', 'r1', people(250))).toEqual(refused);
  expect(sent).toHaveLength(2);
});
