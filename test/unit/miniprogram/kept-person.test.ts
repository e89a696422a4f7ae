import { good, me, phone, START } from './cloud-phone';

beforeEach(() => jest.useFakeTimers({ now: START }));
afterEach(() => jest.useRealTimers());

it('shows without a network what was changed of the person last, not what was there before', async () => {
  const { cloud, people, state } = phone();
  const ending = me({ deletion: { requestedAt: START, eraseAt: START + 1_000_000 } });
  state.answer = ({ action }) => good(action === 'home.show' ? { me: ending } : ending);
  await cloud.call('me.show', {});
  await cloud.call('home.show', {});
  state.answer = () => good(me());
  await people.withdrawDeletion();
  state.answer = () => undefined;
  const [mine, home] = [await cloud.call('me.show', {}), await cloud.call('home.show', {})];
  expect(mine).toMatchObject({ ok: true, keptAt: START });
  expect(mine.ok && mine.data.deletion).toBeUndefined();
  expect(home.ok && home.data.me.deletion).toBeUndefined();
});

it('keeps nothing new when the change did not reach the cloud', async () => {
  const { cloud, people, state } = phone();
  const ending = me({ deletion: { requestedAt: START, eraseAt: START + 1_000_000 } });
  state.answer = () => good(ending);
  await cloud.call('me.show', {});
  state.answer = () => undefined;
  expect(await people.withdrawDeletion()).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
  const mine = await cloud.call('me.show', {});
  expect(mine.ok && mine.data.deletion?.eraseAt).toBe(START + 1_000_000);
});
