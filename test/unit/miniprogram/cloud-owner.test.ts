import { DAY, good, me, phone, START } from './cloud-phone';

beforeEach(() => jest.useFakeTimers({ now: START }));
afterEach(() => jest.useRealTimers());

describe('the phone forgets', () => {
  const filled = async (facts: object) => {
    const made = phone();
    made.state.answer = () => good(me(facts));
    await made.cloud.call('me.show', {});
    made.kept.shelf.set('unsent-entry', '"some name"');
    return made;
  };

  it('when the account is gone', async () => {
    const { cloud, state, kept } = await filled({});
    state.answer = () => ({ ok: false, error: { code: 'GONE', message: '' }, now: START });
    await cloud.call('home.show', {});
    expect([...kept.shelf.keys()]).toEqual([]);
  });

  it('when the account was erased since, though the same person came back', async () => {
    const { cloud, state, kept } = await filled({
      deletion: { requestedAt: START, eraseAt: START + 3 * DAY },
    });
    state.answer = () => good(me(), START + 3 * DAY);
    await cloud.call('me.show', {});
    expect(kept.shelf.has('unsent-entry')).toBe(false);
  });

  it('when the account was erased since, though this phone only asked for it and was never told again', async () => {
    const { cloud, state, kept } = await filled({});
    state.answer = () => good(me({ deletion: { requestedAt: START, eraseAt: START + 3 * DAY } }));
    await cloud.call('me.requestDeletion', { confirmed: true });
    expect(kept.shelf.has('unsent-entry')).toBe(true);
    state.answer = () => good(me(), START + 4 * DAY);
    await cloud.call('me.show', {});
    expect(kept.shelf.has('unsent-entry')).toBe(false);
  });

  it('when somebody else uses it, and only then', async () => {
    const { cloud, state, kept } = await filled({
      deletion: { requestedAt: START, eraseAt: START + 3 * DAY },
    });
    state.answer = () => good(me());
    await cloud.call('me.show', {});
    expect(kept.shelf.has('unsent-entry')).toBe(true);
    state.answer = () => good(me({ uid: 'u2' }));
    await cloud.call('me.show', {});
    expect(kept.shelf.has('unsent-entry')).toBe(false);
  });
});

describe('a slow network', () => {
  it('is said after a second of waiting for a tap, and taken back with the answer', async () => {
    const { cloud, shown, wx } = phone();
    let arrive: (answer: { result: object }) => void = () => undefined;
    wx.cloud.callFunction = () =>
      new Promise(resolve => {
        arrive = resolve;
      });
    const asked = cloud.call('items.add', { draft: {} as never });
    await jest.advanceTimersByTimeAsync(999);
    expect(shown).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    arrive({ result: good({}) });
    await asked;
    expect(shown).toEqual(['网络慢，请稍等', 'gone']);
  });

  it('is not waited for longer than the phone has patience', async () => {
    const { cloud, wx } = phone();
    wx.cloud.callFunction = () => new Promise(() => undefined);
    const asked = cloud.call('contents.show', { url: 'u' });
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await asked).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
  });
});
