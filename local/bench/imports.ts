import { readSource } from '../../cloudfunctions/core/imports/formats/source';
import { TestCloud } from '../../test/support/functions/test-cloud';
import { buildFunctions } from '../build';

/** The most that one import takes. */
const ROWS = 20_000;
const LIMIT_MS = 20_000;

/** A file as people have them: names, a few tags, when it was added and last opened. */
function sampleCsv(now: number): string {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const addedAt = new Date(now - index * 3_600_000).toISOString();
    return `测试公众号${index},标签${index % 7} 标签${index % 11},${addedAt},,${index % 9}`;
  });
  return ['名称,标签,关注时间,上次打开,每周推送', ...lines].join('\n');
}

/** What something took, ms. */
async function timed<T>(work: () => Promise<T> | T): Promise<[result: T, ms: number]> {
  const startedAt = performance.now();
  const result = await work();
  return [result, performance.now() - startedAt];
}

async function measure(test: TestCloud): Promise<{ name: string; ms: number }[]> {
  const person = test.person();
  await person.data('me.show', {});
  const csv = sampleCsv(test.cloud.now());
  const [, parsingMs] = await timed(() => readSource(csv));
  const fileId = await person.uploadFile(csv);
  const [staged, stagingMs] = await timed(() =>
    person.data('imports.stage', { kind: 'follow', source: { fileId } }),
  );
  let view = staged.import;
  let calls = 0;
  const [, committingMs] = await timed(async () => {
    while (view.state !== 'done') {
      view = (await person.data('imports.commit', { importId: view.importId })).import;
      calls += 1;
    }
  });
  if (view.outcomes.added !== ROWS) throw new Error(`added ${view.outcomes.added} of ${ROWS}`);
  return [
    { name: 'of it parsing, measured by itself', ms: parsingMs },
    { name: 'staging: download, parsing, verdicts, rows stored', ms: stagingMs },
    { name: `committing, in ${calls} calls`, ms: committingMs },
    { name: `import of ${ROWS} rows`, ms: stagingMs + committingMs },
  ];
}

/** Prints what an import of the most rows takes, and where; a minute at most. */
export async function benchImport(): Promise<void> {
  await buildFunctions();
  const test = await TestCloud.start();
  try {
    const parts = await measure(test);
    for (const { name, ms } of parts) console.log(`${Math.round(ms)} ms  ${name}`);
    const total = parts.at(-1)?.ms ?? 0;
    console.log(`${total <= LIMIT_MS ? 'ok  ' : 'MISS'}  wanted ≤ ${LIMIT_MS} ms`);
  } finally {
    await test.stop();
  }
}
