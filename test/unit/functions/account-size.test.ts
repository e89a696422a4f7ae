import { commitImport } from '../../../cloudfunctions/core/imports/actions/commit-import';
import * as imports from '../../../cloudfunctions/core/imports/store';
import { addItem } from '../../../cloudfunctions/core/items/actions/add-item';
import * as items from '../../../cloudfunctions/core/items/store';
import * as limits from '../../../cloudfunctions/core/limits/store';

jest.mock('../../../cloudfunctions/core/items/store');
jest.mock('../../../cloudfunctions/core/imports/store');
jest.mock('../../../cloudfunctions/core/limits/store');

const call = { uid: 'u', openid: 'openid-of-the-test', now: Date.parse('2026-03-01T12:00:00Z') };

const staged = (rows: number) => ({
  ...{
    _id: 'import',
    owner: 'u',
    kind: 'follow' as const,
    format: 'names' as const,
    state: 'staged' as const,
  },
  ...{
    total: rows,
    counts: { new: rows, duplicate: 0, trashed: 0, bad: 0 },
    chunks: 1,
    position: 0,
    round: 0,
  },
  outcomes: { added: 0, merged: 0, restored: 0, skipped: 0, failed: 0 },
  ...{ restoreTrashed: false, expiresAt: call.now + 1 },
});

beforeEach(() => {
  jest.mocked(items.insertItems).mockReset().mockResolvedValue(true);
  jest.mocked(limits.takeQuota).mockReset();
});

test('the 50,000th item is added', async () => {
  jest.mocked(items.countItems).mockResolvedValue(49_999);
  expect(await addItem.run({ draft: { kind: 'follow', name: '甲' } }, call)).toMatchObject({ ok: true });
  expect(items.insertItems).toHaveBeenCalledTimes(1);
});

test('the 50,001st is refused by name of the limit, and nothing is written', async () => {
  jest.mocked(items.countItems).mockResolvedValue(50_000);
  expect(await addItem.run({ draft: { kind: 'follow', name: '甲' } }, call)).toMatchObject({
    error: { code: 'TOO_LARGE', max: 50_000 },
  });
  expect(items.insertItems).not.toHaveBeenCalled();
});

test('an import that would go beyond 50,000 is refused before it takes anything', async () => {
  jest.mocked(items.countItems).mockResolvedValue(49_998);
  jest.mocked(imports.findImport).mockResolvedValue(staged(3));
  expect(await commitImport.run({ importId: 'import' }, call)).toMatchObject({
    error: { code: 'TOO_LARGE', max: 50_000 },
  });
  expect(limits.takeQuota).not.toHaveBeenCalled();
  expect(imports.moveImport).not.toHaveBeenCalled();
});
