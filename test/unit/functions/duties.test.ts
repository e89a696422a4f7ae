import { type Duty, fulfil } from '../../../cloudfunctions/core/gateway/duties';

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

const duty = (name: string, run: Duty['run']): Duty => ({ name, ms: 1000, run });

test('every duty says how many it did', async () => {
  const duties = [duty('a', async () => 3), duty('b', async () => 0)];
  expect(await fulfil(duties, 0)).toEqual({ a: 3, b: 0 });
});

test('a duty that fails does not keep the others from theirs, and the run is reported as failed', async () => {
  const done: string[] = [];
  const duties = ['a', 'b', 'c'].map(name =>
    duty(name, async () => {
      if (name === 'b') throw new Error('no');
      done.push(name);
      return 1;
    }),
  );
  await expect(fulfil(duties, 0)).rejects.toThrow('failed: b');
  expect(done).toEqual(['a', 'c']);
});

test('each duty has its own time, from when it begins', async () => {
  jest.spyOn(Date, 'now').mockReturnValueOnce(100).mockReturnValueOnce(5000);
  const deadlines: number[] = [];
  const note: Duty['run'] = async (_now, deadline) => deadlines.push(deadline);
  await fulfil([duty('a', note), duty('b', note)], 0);
  expect(deadlines).toEqual([1100, 6000]);
});
