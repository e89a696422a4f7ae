import type { ImportView } from '../../typings/contract/imports';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** More than one call commits; `npm run bench -- import` does the 20,000 that a file may have. */
const ROWS = 8000;

/** Bookmarks in folders; every hundredth address was there before, every thousandth is none. */
function bookmarks(): string {
  const link = (index: number): string => {
    const address =
      index % 1000 === 999
        ? 'javascript:void(0)'
        : `https://example.com/a/${index - (index % 100 === 50 ? 1 : 0)}`;
    return `<DT><A HREF="${address}" ADD_DATE="${1_700_000_000 + index}" TAGS="标签${index % 9}">收藏的文章 ${index}</A>`;
  };
  const links = Array.from({ length: ROWS }, (_, index) => link(index));
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><H3>书架</H3>\n<DL><p>\n${links.join('\n')}\n</DL><p>\n</DL><p>`;
}

test('thousands of bookmarks are committed in several calls, each of which says how far it came', async () => {
  const person = cloud.person();
  const fileId = await person.uploadFile(bookmarks());
  const staged = await person.data('imports.stage', { kind: 'favorite', source: { fileId } });
  const counts = { new: ROWS - 88, duplicate: 80, trashed: 0, bad: 8 };
  expect(staged.import).toMatchObject({ format: 'netscape-html', total: ROWS, counts });
  const progress: number[] = [];
  let view: ImportView = staged.import;
  while (view.state !== 'done') {
    const reply = await person.call('imports.commit', { importId: view.importId });
    // A busy machine lets a request time out; the next call goes on where this one stopped.
    if (!reply.ok) continue;
    view = reply.data.import;
    progress.push(Object.values(view.outcomes).reduce((sum, count) => sum + count, 0));
    expect(reply.quota).toMatchObject({ policy: 'import.rows', limit: 20_000, remaining: 12_008 });
  }
  expect(progress.length).toBeGreaterThan(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(ROWS);
  const outcomes = { added: ROWS - 88, merged: 80, restored: 0, skipped: 8, failed: 0 };
  expect(view.outcomes).toEqual(outcomes);
  expect((await person.data('home.show', {})).counts.favorite).toBe(ROWS - 88);
});
