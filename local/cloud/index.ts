import fs from 'node:fs';
import path from 'node:path';
import { openClock } from './clock';
import { createControls } from './controls';
import { openDatabase } from './database';
import { createCallCounter } from './database-calls';
import { createFaults } from './faults/faults';
import { openCatalog } from './functions/catalog';
import { createLogs } from './functions/logs';
import { FunctionsRuntime } from './functions/runtime';
import { type Gateway, openGateway } from './http/gateway';
import { createRoutes } from './http/routes';
import type { LocalCloud, LocalCloudOptions } from './local-cloud';
import { openOpenapi } from './openapi/openapi';
import { openStorage } from './storage/storage';
import { createTimers } from './timers/timers';

export type { FaultSettings } from './faults/faults';
export type { LogEntry } from './functions/logs';
export type { ClientReply, CloudState, DatabaseCalls, LocalCloud, LocalCloudOptions } from './local-cloud';
export type { SentRecord } from './openapi/openapi';

const IDLE_INSTANCE_MS = 60_000;
/** Functions outside the project still find the SDKs that production has installed. */
const NODE_MODULES = path.resolve(__dirname, '..', '..', 'node_modules');

function readSchema(functionsDir: string) {
  const file = path.join(functionsDir, 'database.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { collections: {} };
}

/**
 * Starts a cloud; several can run side by side, each with its own `dir`.
 * Rejects on a taken port, an unreadable configuration or a timer that is none.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { dir, functionsDir, port, env = {}, log, idleInstanceMs: idleMs = IDLE_INSTANCE_MS } = options;
  fs.mkdirSync(dir, { recursive: true });
  let gateway: Gateway | undefined;
  const url = (): string => gateway?.url ?? '';
  const report = (problem: unknown): void =>
    (log ?? console.error)(`local cloud: ${problem instanceof Error ? problem.stack : String(problem)}`);

  const clock = openClock(dir);
  const calls = createCallCounter();
  const logs = createLogs(log);
  const catalog = openCatalog(functionsDir, env);
  const runtime = new FunctionsRuntime({ catalog, clock, logs, nodePath: NODE_MODULES, idleMs, url });
  const faults = createFaults(choice => runtime.killOne(choice));
  const timers = createTimers({ catalog, clock, runtime, report });
  const schema = readSchema(functionsDir);
  const database = await openDatabase({
    dir: path.join(dir, 'database'),
    schema,
    now: clock.now,
    onSlowScan: (collection, { docsExamined }) =>
      report(`a read looked at ${docsExamined} documents of ${collection}; it needs an index`),
  });
  const storage = openStorage(path.join(dir, 'storage'), clock.now, url);
  const openapi = openOpenapi(dir, clock);

  const services = { clock, calls, logs, runtime, faults, timers, database, storage, openapi, report };
  const controls = createControls(services);
  const stop = async (): Promise<void> => {
    await controls.stop();
    await gateway?.close();
  };
  try {
    gateway = await openGateway(port, createRoutes(services, controls), report);
    timers.arm();
    return { ...controls, url: gateway.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
