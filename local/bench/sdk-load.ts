import tcb from '@cloudbase/node-sdk';
import { COLLECTION, documentOf, SMALL } from './pages';

const CONCURRENCY = 50;

/** The SDK believes to be in a function: no look-ups of where it runs, no warnings. */
function prepareEnvironment(): void {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'bench',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
  });
}

/** The SDK, as a function has it, on the server at `url`. */
export function connectSdk(url: string): ReturnType<typeof tcb.init> {
  prepareEnvironment();
  return tcb.init({ env: 'bench', serviceUrl: `${url}/admin`, keepalive: true });
}

let inserted = 1_000_000_000;

/** Calls a second through the SDK, 50 at a time. */
export async function measureLoad(url: string, kind: 'insert' | 'read', seconds: number): Promise<number> {
  const collection = connectSdk(url).database().collection(COLLECTION);
  const insert = () => {
    inserted += 1;
    return collection.add(documentOf(inserted));
  };
  const read = async (n: number) => {
    const { owner, addedAt } = documentOf((n * 7919) % SMALL);
    await collection.where({ owner, addedAt }).limit(1).get();
  };
  let calls = 0;
  const until = performance.now() + seconds * 1000;
  async function worker(): Promise<void> {
    while (performance.now() < until) {
      calls += 1;
      await (kind === 'insert' ? insert() : read(calls));
    }
  }
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return calls / ((performance.now() - startedAt) / 1000);
}
