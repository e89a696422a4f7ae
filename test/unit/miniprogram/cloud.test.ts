import type { Connection } from '../../../miniprogram/platform/connection';
import { DAY, good, item, me, phone, START } from './cloud-phone';

beforeEach(() => jest.useFakeTimers({ now: START }));
afterEach(() => jest.useRealTimers());

/** What is known of the connection, without the rest. */
const waitingOf = ({ waiting, unsaved }: Connection) => ({ waiting, unsaved });

describe('an answer that was kept', () => {
  it('is given when the cloud cannot be asked, with the time it is from and the clock of now', async () => {
    const { cloud, state } = phone();
    state.answer = () => good({ items: [item] }, START + 5_000);
    expect(await cloud.call('items.list', { kind: 'follow' })).not.toHaveProperty('keptAt');
    state.answer = () => undefined;
    jest.setSystemTime(START + DAY);
    expect(await cloud.call('items.list', { kind: 'follow' })).toEqual({
      ok: true,
      data: { items: [item] },
      now: START + DAY + 5_000,
      keptAt: START + 5_000,
    });
  });

  it('is of that question only: no other kind, page, filter or search', async () => {
    const { cloud, state } = phone();
    state.answer = () => good({ items: [item] });
    await cloud.call('items.list', { kind: 'follow' });
    state.answer = () => undefined;
    for (const input of [
      { kind: 'like' as const },
      { kind: 'follow' as const, cursor: 'c' },
      { kind: 'follow' as const, filter: { query: '早' } },
      { kind: 'follow' as const, sort: 'name' as const },
    ]) {
      expect(await cloud.call('items.list', input)).toMatchObject({ ok: false });
    }
  });

  it('is not given for a refusal, nor after a week', async () => {
    const { cloud, state } = phone();
    state.answer = () => good({ quotas: [] });
    await cloud.call('limits.show', {});
    state.answer = () => ({ ok: false, error: { code: 'FORBIDDEN', message: '' }, now: START });
    expect(await cloud.call('limits.show', {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    state.answer = () => undefined;
    jest.setSystemTime(START + 7 * DAY + 1);
    expect(await cloud.call('limits.show', {})).toMatchObject({ error: { code: 'UNAVAILABLE' } });
  });

  it('is one of the last 20 chains looked at, and none that is too large', async () => {
    const { cloud, state, kept } = phone();
    state.answer = ({ input }) => good({ chain: input });
    for (let at = 0; at < 25; at += 1) await cloud.call('chains.show', { chainId: `c${at}` });
    state.answer = () => good({ items: ['长'.repeat(300_001)] });
    await cloud.call('trash.list', {});
    const names = [...kept.shelf.keys()].filter(key => key.startsWith('kept '));
    expect(names).toHaveLength(20);
    state.answer = () => undefined;
    expect(await cloud.call('chains.show', { chainId: 'c4' })).toMatchObject({ ok: false });
    expect(await cloud.call('chains.show', { chainId: 'c5' })).toMatchObject({ ok: true });
  });

  it('goes after a day where the phone numbers of others are in it, and leaves nothing on the phone', async () => {
    const { cloud, state, kept } = phone();
    state.answer = ({ input }) => good({ chain: { ...input, myRole: 'owner' } });
    await cloud.call('chains.show', { chainId: 'mine' });
    state.answer = ({ input }) => good({ chain: { ...input, myRole: 'participant' } });
    await cloud.call('chains.show', { chainId: 'theirs' });
    jest.setSystemTime(START + DAY + 1);
    const next = phone(kept);
    next.cloud.startSending();
    expect([...kept.shelf.keys()].filter(key => key.startsWith('kept '))).toEqual([
      'kept chains.show theirs',
    ]);
  });

  it('costs nothing but itself when the phone has no room', async () => {
    const { cloud, state, wx } = phone();
    wx.setStorageSync = () => {
      throw new Error('exceed storage max size');
    };
    state.answer = () => good({ quotas: [] });
    expect(await cloud.call('limits.show', {})).toMatchObject({ ok: true });
  });
});

describe('a change without a network', () => {
  const online = async () => {
    const made = phone();
    made.state.answer = ({ action }) => good(action === 'me.show' ? me() : { items: [item] });
    await made.cloud.call('me.show', {});
    await made.cloud.call('items.list', { kind: 'follow' });
    made.calls.length = 0;
    made.state.answer = () => undefined;
    return made;
  };

  it('is answered as if it were made, shown in what is kept, and said to wait', async () => {
    const { people, items, cloud, link } = await online();
    expect(await people.changeSettings({ theme: 'dark' })).toMatchObject({
      ok: true,
      queued: true,
      data: { settings: { theme: 'dark', silentDays: 90 } },
    });
    expect(await items.editItem(item as never, { starred: true, note: '' })).toMatchObject({ queued: true });
    expect(await cloud.call('me.show', {})).toMatchObject({ data: { settings: { theme: 'dark' } } });
    expect(await cloud.call('items.list', { kind: 'follow' })).toMatchObject({
      data: { items: [{ id: 'a', starred: true }] },
    });
    expect(waitingOf(link.connection())).toEqual({ waiting: 2, unsaved: [] });
  });

  it('is sent before anything is asked once the network is back', async () => {
    const { people, cloud, link, state, names } = await online();
    link.noteConnection({ online: false });
    await people.changeSettings({ theme: 'dark' });
    expect(names()).toEqual([]);
    state.answer = () => good(me());
    link.noteConnection({ online: true, reached: true });
    await cloud.call('me.show', {});
    expect(names()).toEqual(['me.change', 'me.show']);
    expect(waitingOf(link.connection())).toEqual({ waiting: 0, unsaved: [] });
  });

  it('is not overtaken by what cannot wait', async () => {
    const { items, cloud, link, state, names } = await online();
    link.noteConnection({ online: false });
    await items.editItem(item as never, { protected: true });
    const isEdit = (action: string) => action === 'items.edit';
    state.answer = ({ action }) => (isEdit(action) ? undefined : good({}));
    expect(await cloud.call('batches.commit', { batchId: 'b' })).toMatchObject({ ok: false });
    expect(names()).toEqual(['items.edit']);
    state.answer = ({ action }) => good(isEdit(action) ? { item } : {});
    expect(await cloud.call('batches.commit', { batchId: 'b' })).toMatchObject({ ok: true });
  });

  it('that was changed elsewhere meanwhile is named to the person', async () => {
    const { items, cloud, link, state } = await online();
    link.noteConnection({ online: false });
    await items.editItem(item as never, { starred: true });
    state.answer = () => ({ ok: false, error: { code: 'CONFLICT', message: '' }, now: START });
    await cloud.call('limits.show', {});
    expect(waitingOf(link.connection())).toEqual({
      waiting: 0,
      unsaved: ['早报：已在别处改过，以那边的为准，您的改动没有保存'],
    });
  });

  it('survives the end of the program', async () => {
    const { items, kept } = await online();
    await items.editItem(item as never, { starred: true });
    const next = phone(kept);
    next.state.answer = () => good({ item: { ...item, rev: 4 } });
    next.cloud.startSending();
    await jest.runAllTimersAsync();
    expect(next.calls).toEqual([
      { action: 'items.edit', input: { id: 'a', rev: 3, changes: { starred: true } } },
    ]);
  });
});
