import {
  countdownText,
  dateText,
  dayTimeText,
  isSoon,
  roughCountdownText,
} from '../../../miniprogram/view/time';
import { chinaAt } from '../../support/china-at';
import { DAY, HOUR, MINUTE, noon } from './samples';

describe('countdown', () => {
  const left = (ms: number) => countdownText(noon + ms, noon);

  it('counts days and hours, then hours and minutes, then minutes', () => {
    expect(left(2 * DAY + 5 * HOUR + 59 * MINUTE)).toBe('还剩 2 天 5 小时');
    expect(left(DAY)).toBe('还剩 1 天');
    expect(left(DAY - 1)).toBe('还剩 23 小时 59 分');
    expect(left(5 * HOUR)).toBe('还剩 5 小时');
    expect(left(12 * MINUTE)).toBe('还剩 12 分');
  });

  it('never promises more time than there is', () => {
    expect(left(72 * HOUR - 1)).toBe('还剩 2 天 23 小时');
    expect(left(MINUTE - 1)).toBe('还剩不到 1 分钟');
  });

  it('says that it is over at the very instant', () => {
    expect(left(0)).toBe('正在清除');
    expect(left(-1)).toBe('正在清除');
  });

  it('keeps to the largest unit where there is little room', () => {
    expect(roughCountdownText(noon + 2 * DAY + 23 * HOUR, noon)).toBe('还剩 2 天');
    expect(roughCountdownText(noon + DAY - 1, noon)).toBe('还剩 23 小时');
    expect(roughCountdownText(noon + 59 * MINUTE, noon)).toBe('还剩 59 分');
  });

  it('warns during the last six hours', () => {
    expect(isSoon(noon + 6 * HOUR, noon)).toBe(false);
    expect(isSoon(noon + 6 * HOUR - 1, noon)).toBe(true);
  });
});

describe('dates', () => {
  it('writes the day as evidence', () => {
    expect(dateText(chinaAt(2025, 7, 3, 23, 59))).toBe('2025-08-03');
  });

  it('names yesterday, today and tomorrow by the calendar and not by 24 hours', () => {
    expect(dayTimeText(chinaAt(2026, 0, 15, 9, 5), noon)).toBe('今天 09:05');
    expect(dayTimeText(chinaAt(2026, 0, 16, 0, 0), noon)).toBe('明天 00:00');
    expect(dayTimeText(chinaAt(2026, 0, 14, 23, 59), noon)).toBe('昨天 23:59');
    expect(dayTimeText(chinaAt(2026, 0, 17, 9), noon)).toBe('01-17 09:00');
  });
});
