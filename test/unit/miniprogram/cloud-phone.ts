import { phoneStorage } from './phone-storage';

type Cloud = typeof import('../../../miniprogram/services/cloud');
type People = typeof import('../../../miniprogram/services/people');
type Items = typeof import('../../../miniprogram/services/items');
type Link = typeof import('../../../miniprogram/platform/connection');

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 2, 1);

const settings = { fontMode: 'system', theme: 'system', silentDays: 90 };
export const me = (facts: object = {}) => ({
  uid: 'u1',
  settings,
  administrator: false,
  profile: {},
  ...facts,
});
export const good = (data: unknown, now = Date.now()) => ({ ok: true, data, now });
export const item = { id: 'a', kind: 'follow', name: '早报', tags: [], starred: false, rev: 3 };

interface Call {
  action: string;
  input: object;
}

/** A phone with its storage; `answer` is the cloud's, and `undefined` no answer at all. */
export function phone(kept = phoneStorage()) {
  const calls: Call[] = [];
  const shown: string[] = [];
  const state = { answer: (_: Call): unknown => undefined };
  const callFunction = async ({ data }: { data: Call }) => {
    calls.push(data);
    const result = state.answer(data);
    if (result === undefined) throw new Error('no network');
    return { result };
  };
  const wx = {
    ...kept.api,
    cloud: { callFunction },
    showLoading: ({ title }: { title: string }) => shown.push(title),
    hideLoading: () => shown.push('gone'),
  };
  Object.assign(globalThis, { wx });
  jest.resetModules();
  const cloud: Cloud = jest.requireActual('../../../miniprogram/services/cloud');
  const people: People = jest.requireActual('../../../miniprogram/services/people');
  const items: Items = jest.requireActual('../../../miniprogram/services/items');
  const link: Link = jest.requireActual('../../../miniprogram/platform/connection');
  const names = () => calls.map(({ action }) => action);
  return { cloud, people, items, link, calls, names, shown, state, kept, wx };
}
