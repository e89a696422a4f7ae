import { newItem } from '../../../cloudfunctions/core/items/document';
import * as items from '../../../cloudfunctions/core/items/store';
import { describeDue } from '../../../cloudfunctions/core/links/catching-up';
import type { Net } from '../../../cloudfunctions/core/links/net';
import { describedUpdate } from '../../../cloudfunctions/core/links/outcome';
import * as links from '../../../cloudfunctions/core/links/store';

jest.mock('../../../cloudfunctions/core/items/store');
jest.mock('../../../cloudfunctions/core/links/store');

const NOW = Date.parse('2026-03-01T12:00:00Z');
const HOUR_MS = 3_600_000;

const draft = { kind: 'favorite' as const, name: 'zhihu.com 1', url: 'https://www.zhihu.com/question/1' };
const item = { ...newItem('owner', draft, NOW), describeAt: NOW - 1 };
const url = 'https://zhihu.com/question/1';
const unread = { url, found: false, dead: false };

test('the page’s title becomes the name, cut to what a name may have, and all it says the snapshot', () => {
  const link = { url, found: true, title: `番茄${'x'.repeat(150)}`, author: '园艺社', dead: false };
  const update = describedUpdate(item, link, NOW);
  expect(update.$set).toMatchObject({
    name: link.title.slice(0, 100),
    snapshot: { title: link.title, author: '园艺社', takenAt: NOW },
    searchText: expect.stringContaining('fanqie'),
    sortName: expect.stringContaining('fanqie'),
  });
  expect(update.$set?.['sameKey']).not.toBe(item.sameKey);
  expect(update).toMatchObject({ $unset: { describeAt: '', describeTries: '' }, $inc: { rev: 1 } });
});

test('a snapshot taken before stays', () => {
  const snapshot = { title: '旧', takenAt: 5 };
  const update = describedUpdate({ ...item, snapshot }, { url, found: true, title: '新', dead: false }, NOW);
  expect(update.$set).toMatchObject({ name: '新', snapshot });
});

test('a page that is gone marks the item dead and keeps its name', () => {
  const update = describedUpdate(item, { ...unread, dead: true }, NOW);
  expect(update).toEqual({
    ...{ $set: { dead: true }, $unset: { describeAt: '', describeTries: '' }, $inc: { rev: 1 } },
  });
});

test('what cannot be read is tried three times, ten minutes and six hours apart', () => {
  const first = describedUpdate(item, unread, NOW).$set;
  expect(first).toEqual({ describeAt: NOW + HOUR_MS / 6, describeTries: 1 });
  const second = describedUpdate({ ...item, ...first }, unread, NOW).$set;
  expect(second).toEqual({ describeAt: NOW + 6 * HOUR_MS, describeTries: 2 });
  const third = describedUpdate({ ...item, ...second }, unread, NOW);
  expect(third).toEqual({ $unset: { describeAt: '', describeTries: '' } });
});

describe('a run of the courier', () => {
  const asked: string[] = [];
  const offline: Net = {
    totalMs: 4000,
    resolve: host => {
      asked.push(host);
      return Promise.reject(new Error('ENOTFOUND'));
    },
    open: () => {
      throw new Error('nothing to open');
    },
  };

  beforeEach(() => {
    asked.length = 0;
    jest.mocked(items.changeItem).mockReset().mockResolvedValue(item);
  });

  test('writes only over what it read: same edit, same due time', async () => {
    jest.mocked(links.findDue).mockResolvedValue([item]);
    expect(await describeDue(NOW, Number.POSITIVE_INFINITY, offline)).toBe(1);
    expect(items.changeItem).toHaveBeenCalledWith(
      ...[
        'owner',
        item._id,
        { rev: 1, describeAt: NOW - 1 },
        { $set: { describeAt: NOW + 600_000, describeTries: 1 } },
      ],
    );
    jest.mocked(items.changeItem).mockResolvedValue(undefined);
    expect(await describeDue(NOW, Number.POSITIVE_INFINITY, offline)).toBe(0);
  });

  test('asks for no more than twenty items, and for none when there is no time for a page', async () => {
    jest.mocked(links.findDue).mockResolvedValue([item]);
    await describeDue(NOW, Number.POSITIVE_INFINITY, offline);
    expect(links.findDue).toHaveBeenLastCalledWith(NOW, 20);
    expect(await describeDue(NOW, Date.now() + 1000, offline)).toBe(0);
    expect(asked).toEqual(['www.zhihu.com']);
  });

  test('a link to a host that is not listed is never asked and looked at once', async () => {
    const other = { ...newItem('owner', { ...draft, url: 'https://example.com/a' }, NOW), describeAt: NOW };
    jest.mocked(links.findDue).mockResolvedValue([other]);
    expect(await describeDue(NOW, Number.POSITIVE_INFINITY, offline)).toBe(1);
    expect(asked).toEqual([]);
    expect(jest.mocked(items.changeItem).mock.lastCall?.[3]).toEqual({
      $unset: { describeAt: '', describeTries: '' },
    });
  });
});
