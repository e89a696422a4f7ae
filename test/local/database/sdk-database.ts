import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import {
  type Database,
  DatabaseError,
  type DatabaseRequest,
  type DatabaseSchema,
  openDatabase,
  type Reply,
} from '../../../local/cloud/database';

// Waiting for the disk takes long on a busy machine; no test measures time.
jest.setTimeout(180_000);

export const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'liyili-database-'));

/** The database as its users have it: through the unmodified SDK. */
export interface SdkDatabase {
  database: Database;
  db: ReturnType<ReturnType<typeof tcb.init>['database']>;
  /** One request of the protocol, past the SDK, for what the SDK would not send. */
  send(action: string, fields?: Record<string, unknown>): Promise<Reply>;
  /** Bodies of the SDK's requests so far. */
  requests: DatabaseRequest[];
  /** Server time, epoch ms; tests move it. */
  clock: { now: number };
  close(): Promise<void>;
}

/** Its own types leave the argument of `runTransaction` open. */
export type SdkTransaction = Awaited<ReturnType<SdkDatabase['db']['startTransaction']>>;

/** The SDK believes to be in a function: no look-ups of where it runs, no warnings. */
const IN_A_FUNCTION = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'test',
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
};

async function bodyOf(request: http.IncomingMessage): Promise<DatabaseRequest> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return JSON.parse(text) as DatabaseRequest;
}

function refusal(error: unknown): Reply {
  if (error instanceof DatabaseError) return { code: error.code, message: error.message };
  throw error;
}

export async function openSdkDatabase(schema: DatabaseSchema): Promise<SdkDatabase> {
  Object.assign(process.env, IN_A_FUNCTION);
  const dir = newFolder();
  const clock = { now: Date.UTC(2026, 0, 1) };
  const database = await openDatabase({ dir, schema, now: () => clock.now });
  const requests: DatabaseRequest[] = [];
  const server = http.createServer(async (request, response) => {
    const body = await bodyOf(request);
    requests.push(body);
    const reply = await database.handle(body).catch(refusal);
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ requestId: 'test', ...reply }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const app = tcb.init({ env: 'test', serviceUrl: `http://127.0.0.1:${port}/admin`, keepalive: false });
  return {
    database,
    db: app.database(),
    send: (action, fields = {}) => database.handle({ action: `database.${action}`, ...fields }),
    requests,
    clock,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await database.close();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The code an operation is refused with; fails the test when it is not refused. */
export async function codeOf(operation: Promise<unknown>): Promise<unknown> {
  return (await refusalOf(operation)).code;
}

export async function refusalOf(operation: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  const outcome = await operation.then(
    value => ({ value }),
    (error: { code: unknown; message: string }) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`was not refused: ${JSON.stringify(outcome.value)}`);
}
