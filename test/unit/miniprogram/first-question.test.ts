import { good, me, phone } from './cloud-phone';

type First = typeof import('../../../miniprogram/services/first-question');

const launched = () => {
  const opened = phone();
  opened.state.answer = ({ input }) => good({ chain: input, me: me() });
  const first: First = jest.requireActual('../../../miniprogram/services/first-question');
  return { ...opened, askFirst: first.askFirst };
};

describe('what the first screen asks', () => {
  it('is asked once: the screen gets the answer that is on its way', async () => {
    const { askFirst, cloud, names } = launched();
    askFirst('chain/pages/detail/detail', { id: 'a%2Fb' });
    await new Promise(setImmediate);
    expect(names()).toEqual(['chains.show']);
    expect(await cloud.call('chains.show', { chainId: 'a/b' })).toMatchObject({
      data: { chain: { chainId: 'a/b' } },
    });
    expect(names()).toEqual(['chains.show']);
    await cloud.call('chains.show', { chainId: 'a/b' });
    expect(names()).toEqual(['chains.show', 'chains.show']);
  });

  it('is not mistaken for another question', async () => {
    const { askFirst, cloud } = launched();
    askFirst('chain/pages/detail/detail', { scene: 'a' });
    expect(await cloud.call('chains.show', { chainId: 'b' })).toMatchObject({
      data: { chain: { chainId: 'b' } },
    });
    expect(await cloud.call('chains.show', { chainId: 'a', round: '2026-03-01' })).toMatchObject({
      data: { chain: { round: '2026-03-01' } },
    });
  });

  it('is asked again by a page that comes for it late', async () => {
    const { askFirst, cloud, names } = launched();
    askFirst('pages/home/home/home', {});
    jest.useFakeTimers({ now: Date.now() + 15_000 });
    await cloud.call('home.show', {});
    jest.useRealTimers();
    expect(names()).toEqual(['home.show', 'home.show']);
  });

  it('is nothing on screens that nobody starts on, and on a card without a chain', () => {
    const { askFirst, calls } = launched();
    askFirst('pages/limits/limits/limits', {});
    askFirst('chain/pages/detail/detail', {});
    askFirst('chain/pages/detail/detail', { id: 'a', round: '2026-03-01' });
    expect(calls).toEqual([]);
  });
});
