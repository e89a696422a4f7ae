import fs from 'node:fs';
import path from 'node:path';
import type { LocalCloud } from '../../local/cloud';
import { endClouds, FUNCTIONS, newFolder, openCloud, post, resultOf } from './cloud/running-cloud';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What a slow machine may take between two looks at the clock, ms. */
const SLACK = 10 * 60_000;

interface Tick {
  TriggerName: string;
  Time: string;
  at: number;
  source: string;
  openid: string | null;
}

let cloud: LocalCloud;
const ticks = () => resultOf<Tick[]>(cloud.invoke('data', { do: 'list', of: 'ticks' }));
/** Ms from now to the ticker's next time, 09:00 in UTC+8. */
const untilNine = () => (cloud.state().timers[0]?.nextAt ?? 0) - cloud.now();
const forgetTicks = () => resultOf(cloud.invoke('data', { do: 'clear', of: 'ticks' }));

beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(endClouds);

test('every way to ask a function the time sees the moved clock', async () => {
  const { offsetMs } = cloud.state();
  const before = await cloud.advance('72h');
  const time = await resultOf<Record<string, unknown>>(cloud.invoke('behave', { do: 'time' }));
  const near = (value: unknown) => Math.abs(Number(value) - before.now) < SLACK;
  expect(before.offsetMs).toBe(offsetMs + 3 * DAY);
  expect(near(cloud.now())).toBe(true);
  expect(near(time['now'])).toBe(true);
  expect(near(Date.parse(String(time['made'])))).toBe(true);
  expect(near(Date.parse(String(time['text'])))).toBe(true);
  expect(time).toMatchObject({ fixed: '1970-01-01T00:00:00.000Z', isDate: true });
});

test('a call that is under way sees the clock move', async () => {
  await resultOf(cloud.invoke('behave', { do: 'count' }));
  const goal = cloud.now() + DAY;
  const watching = resultOf<number>(cloud.invoke('behave', { do: 'watch', untilAfter: goal }));
  await cloud.advance(2 * DAY);
  expect(await watching).toBeGreaterThan(goal);
});

test('server dates of the database follow the clock', async () => {
  const { now } = await cloud.advance(10 * DAY);
  await resultOf(cloud.invoke('data', { do: 'serverDate', id: 'dated' }));
  const notes = await resultOf<Array<{ _id: string; at: string }>>(cloud.invoke('data', { do: 'list' }));
  expect(Math.abs(Date.parse(notes[0]?.at ?? '') - now)).toBeLessThan(SLACK);
});

test('the clock never goes back, except to real time by a reset', async () => {
  await expect(cloud.advance(-1)).rejects.toThrow(RangeError);
  await expect(cloud.advance('yesterday')).rejects.toThrow(RangeError);
  const refused = await post(cloud, '/control/clock', { advanceMs: 'soon' });
  expect(refused.status).toBe(400);
  const { offsetMs } = cloud.state();
  const moved = await post(cloud, '/control/clock', { advanceMs: HOUR });
  expect(await moved.json()).toMatchObject({ offsetMs: offsetMs + HOUR, now: expect.any(Number) });
  await cloud.reset();
  expect(cloud.state().offsetMs).toBe(0);
});

test('a restart keeps the clock, the data and the files', async () => {
  const dir = newFolder();
  const first = await openCloud({ dir });
  await first.advance(5 * HOUR);
  await resultOf(first.invoke('data', { do: 'add', note: { _id: 'kept' } }));
  const { fileID } = await resultOf<{ fileID: string }>(
    first.invoke('data', { do: 'upload', cloudPath: 'kept.txt', text: 'kept' }),
  );
  await first.stop();
  const second = await openCloud({ dir });
  expect(second.state().offsetMs).toBe(5 * HOUR);
  expect(await resultOf(second.invoke('data', { do: 'list' }))).toEqual([{ _id: 'kept' }]);
  expect(await resultOf(second.invoke('data', { do: 'download', fileID }))).toBe('kept');
});

test('a timer that fell due runs once, with the last due instant, after the clock moved', async () => {
  await forgetTicks();
  const { now } = await cloud.advance(untilNine() + 2 * DAY + HOUR);
  const [tick, ...more] = await ticks();
  expect(more).toEqual([]);
  expect(tick).toMatchObject({
    Type: 'Timer',
    TriggerName: 'nine',
    Message: '',
    source: 'timer',
    openid: null,
  });
  const due = Date.parse(tick?.Time ?? '');
  expect(new Date(due).toISOString()).toMatch(/T01:00:00\.000Z$/); // 09:00 in UTC+8
  expect(Math.abs(now - HOUR - due)).toBeLessThan(SLACK);
});

test('a timer that did not fall due does not run', async () => {
  await cloud.advance(untilNine() + HOUR);
  await forgetTicks();
  await cloud.advance(untilNine() - HOUR);
  expect(await ticks()).toEqual([]);
  await cloud.advance(HOUR);
  expect(await ticks()).toHaveLength(1);
});

test('a timer can be run by hand, here and over HTTP', async () => {
  const here = await resultOf<Tick>(cloud.runTimer('ticker'));
  expect(here).toMatchObject({ TriggerName: 'nine', source: 'timer', openid: null });
  const response = await post(cloud, '/control/timers', { name: 'ticker' });
  expect(await response.json()).toMatchObject({ result: { TriggerName: 'nine' } });
  await expect(cloud.runTimer('echo')).rejects.toThrow(/echo has no timer/);
});

test('a cloud with a timer that is none does not start', async () => {
  const functionsDir = newFolder();
  fs.cpSync(path.join(FUNCTIONS, 'ticker'), path.join(functionsDir, 'ticker'), { recursive: true });
  const config = { triggers: [{ name: 'bad', type: 'timer', config: '0 9 * * *' }] };
  fs.writeFileSync(path.join(functionsDir, 'ticker', 'config.json'), JSON.stringify(config));
  await expect(openCloud({ functionsDir })).rejects.toThrow(/"0 9 \* \* \*": 7 fields expected/);
  fs.rmSync(functionsDir, { recursive: true });
});
