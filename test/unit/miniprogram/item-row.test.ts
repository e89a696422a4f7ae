import fc from 'fast-check';
import { avatarOf } from '../../../miniprogram/view/avatar';
import { evidenceText, itemRow } from '../../../miniprogram/view/item-row';
import { chinaAt } from '../../support/china-at';
import { anItem, DAY, noon } from './samples';

describe('evidence line', () => {
  it('is a date once the item was opened more than a week ago', () => {
    expect(evidenceText({ lastReadAt: chinaAt(2025, 7, 3) }, noon)).toBe('上次打开 2025-08-03');
    expect(evidenceText({ lastReadAt: noon - 8 * DAY }, noon)).toBe('上次打开 2026-01-07');
    expect(evidenceText({ lastReadAt: noon - 7 * DAY }, noon)).toBe('7 天前打开过');
  });

  it('names today and yesterday', () => {
    expect(evidenceText({ lastReadAt: noon }, noon)).toBe('今天打开过');
    expect(evidenceText({ lastReadAt: noon - DAY }, noon)).toBe('昨天打开过');
  });

  it('says that there is no record instead of guessing', () => {
    expect(evidenceText({}, noon)).toBe('没有打开记录');
  });
});

describe('row', () => {
  it('puts how often it posts before the evidence', () => {
    const often = itemRow(anItem({ postsPerWeek: 14, lastReadAt: noon }), noon, false, false);
    const seldom = itemRow(anItem({ postsPerWeek: 0.25 }), noon, false, false);
    expect(often.line).toBe('每周 14 次 · 今天打开过');
    expect(seldom.line).toBe('每月 1 次 · 没有打开记录');
  });

  it('shows at most two tags, and in large letters only one and the evidence alone', () => {
    const item = anItem({ protected: true, starred: true, dead: true, silence: 'silent', postsPerWeek: 3 });
    expect(itemRow(item, noon, false, false).tags.map(({ text }) => text)).toEqual(['保护', '星标']);
    const big = itemRow(item, noon, true, false);
    expect(big.tags.map(({ text }) => text)).toEqual(['保护']);
    expect(big.line).toBe('没有打开记录');
  });

  it('marks silence with a word, and unknown with none', () => {
    expect(itemRow(anItem({ silence: 'silent' }), noon, false, false).tags).toEqual([
      { text: '沉默', tone: 'warn' },
    ]);
    expect(itemRow(anItem(), noon, false, false).tags).toEqual([]);
  });
});

describe('avatar', () => {
  it('is the same for the same name and always has a letter and a colour', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const avatar = avatarOf(name);
        expect(avatarOf(name)).toEqual(avatar);
        expect(avatar.letter).not.toBe('');
        expect(avatar.color).toMatch(/^#[0-9A-F]{6}$/);
      }),
    );
  });

  it('skips the sign before a handle and keeps an emoji whole', () => {
    expect(avatarOf('@anna').letter).toBe('A');
    expect(avatarOf('🍜小馆').letter).toBe('🍜');
  });
});
