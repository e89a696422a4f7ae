import { type CloudClock, parseDuration } from './clock';
import type { createCallCounter } from './database-calls';
import type { Faults } from './faults/faults';
import { clientEvent } from './functions/caller';
import type { Logs } from './functions/logs';
import type { FunctionsRuntime } from './functions/runtime';
import { clientReply } from './http/client-call';
import type { LocalCloud, Person } from './local-cloud';
import type { Openapi } from './openapi/openapi';
import type { Storage } from './storage/storage';
import type { Timers } from './timers/timers';

/** What answers `database.*`: the body of the reply; refusals are thrown with a `code`. */
export interface DatabaseService {
  handle(request: { action: string; [key: string]: unknown }): Promise<Record<string, unknown>>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The parts of a running cloud. */
export interface CloudServices {
  clock: CloudClock;
  calls: ReturnType<typeof createCallCounter>;
  logs: Logs;
  runtime: FunctionsRuntime;
  faults: Faults;
  timers: Timers;
  database: DatabaseService;
  storage: Storage;
  openapi: Openapi;
  /** Told of failures of the cloud itself. */
  report(problem: unknown): void;
}

/** Everything a cloud can be told and asked but for its address. */
export type Controls = Omit<LocalCloud, 'url'>;

export function createControls(services: CloudServices): Controls {
  const { clock, calls, logs, runtime, faults, timers, database, storage, openapi } = services;
  return {
    invoke: async (name, data, caller) => {
      const person: Person = typeof caller === 'string' ? { openid: caller } : (caller ?? {});
      if (person.openid !== undefined) openapi.noteActivity(person.openid);
      const event = clientEvent(data ?? {}, person.openid);
      return clientReply(await runtime.invoke(name, event, { source: 'wx_client', ...person }));
    },
    advance: async duration => {
      clock.move(parseDuration(duration));
      await timers.runDue();
      timers.arm();
      return { now: clock.now(), offsetMs: clock.offsetMs() };
    },
    now: () => clock.now(),
    faults: settings => faults.set(settings),
    killInstances: () => runtime.endInstances(),
    runTimer: async name => clientReply(await timers.run(name)),
    reset: async () => {
      faults.set({});
      await runtime.endInstances();
      await database.reset();
      storage.files.reset();
      openapi.reset();
      clock.reset();
      timers.skipDue();
      timers.arm();
      logs.clear();
      calls.take();
    },
    sent: filter => openapi.sent(filter),
    subscribe: (openid, templateId, count = 1) => openapi.grant(openid, templateId, count),
    openapi: settings => openapi.configure(settings),
    logs: filter => logs.list(filter),
    state: () => ({
      now: clock.now(),
      offsetMs: clock.offsetMs(),
      functions: runtime.state(),
      timers: timers.list(),
      databaseCalls: calls.read(),
      faults: faults.settings(),
    }),
    databaseCalls: () => calls.take(),
    stop: async () => {
      timers.stop();
      faults.stop();
      await runtime.stop();
      await database.close();
    },
  };
}
