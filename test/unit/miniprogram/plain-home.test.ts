import { nextChain, plainWays } from '../../../miniprogram/view/plain-home';
import type { ChainCard } from '../../../typings/contract/chains';
import { chinaAt } from '../../support/china-at';
import { DAY, HOUR, noon } from './samples';

const mine = (status: ChainCard['mine'][number]['status']): ChainCard['mine'] => [
  { entryId: 'e', name: '王奶奶', number: 3, status, own: true },
];
const aChain = (title: string, changes: Partial<ChainCard>): ChainCard => ({
  chainId: title,
  title,
  template: 'activity',
  phase: 'open',
  place: '',
  places: { taken: 3 },
  joined: 3,
  waiting: 0,
  myRole: 'participant',
  mine: mine('in'),
  ...changes,
});
const home = (changes: object = {}) => ({
  me: {
    uid: 'u',
    grade: 'ordinary' as const,
    settings: { fontMode: 'system' as const, theme: 'system' as const, silentDays: 90 as const },
    administrator: false,
    profile: {},
  },
  counts: { follow: 18, like: 3, favorite: 0, trash: 0 },
  suggestions: [],
  unfinished: [],
  ...changes,
});
const hints = (changes: object, next?: ReturnType<typeof nextChain>) =>
  plainWays(home(changes), noon, next).map(({ hint }) => hint);

describe('the next chain', () => {
  it('is the first that lies ahead, by its hour or its day', () => {
    const later = aChain('徒步', { eventAt: noon + 3 * DAY });
    const sooner = aChain('团购', { eventAt: noon + HOUR });
    const round = aChain('打卡', { date: '2026-01-16' });
    expect(nextChain([later, round, sooner], noon)?.title).toBe('团购');
    expect(nextChain([later, round], noon)).toEqual({ title: '打卡', when: '1月16日（周五）' });
  });

  it('is none that is over, called off, left by me, or without a day', () => {
    const over = aChain('一', { eventAt: noon });
    const off = aChain('二', { eventAt: noon + DAY, phase: 'cancelled' });
    const left = aChain('三', { eventAt: noon + DAY, mine: mine('left') });
    expect(nextChain([over, off, left, aChain('四', {})], noon)).toBeUndefined();
  });

  it('counts a day until it is over', () => {
    const today = aChain('值班', { nextRound: '2026-01-15' });
    expect(nextChain([today], chinaAt(2026, 0, 15, 23, 59))?.title).toBe('值班');
    expect(nextChain([today], chinaAt(2026, 0, 16))).toBeUndefined();
  });
});

describe('home in large letters', () => {
  it('says what each way is for where there is nothing to tell', () => {
    expect(hints({ counts: { follow: 0, like: 0, favorite: 0, trash: 0 } })).toEqual([
      '报名、看号码、发起接龙',
      '名单还是空的，先导入一份',
      '删掉以后 3 天内都能找回',
    ]);
    expect(hints({})[1]).toBe('名单里有 18 个号');
  });

  it('names the next chain with its day, the silent follows, and what can be found again', () => {
    const silent = { reason: 'silent', kind: 'follow', count: 9, filter: { silence: 'silent' } };
    const told = {
      counts: { follow: 18, like: 0, favorite: 0, trash: 7 },
      suggestions: [silent],
      soonestPurgeAt: noon + 2 * DAY,
    };
    expect(hints(told, { title: '周六徒步', when: '11月28日（周六）08:00' })).toEqual([
      '下一个：周六徒步，11月28日（周六）08:00',
      '9 个好久没看了',
      '7 个能找回，最早的还剩 2 天',
    ]);
  });
});
