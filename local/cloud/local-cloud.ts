import type { FaultSettings } from './faults/faults';
import type { LogEntry, LogFilter } from './functions/logs';
import type { OpenapiSettings, SentFilter, SentRecord } from './openapi/openapi';

export interface LocalCloudOptions {
  /** Folder of everything durable; made when missing. One running cloud a folder. */
  dir: string;
  /** Built functions: `database.json` and one folder a function. */
  functionsDir: string;
  /** 0 = any free port. */
  port: number;
  /** Further environment variables of all functions. */
  env?: Record<string, string>;
  /** Gets every line of the functions' logs. */
  log?: (line: string) => void;
  /** Unused instances end after this long, real ms; 60 s when absent. */
  idleInstanceMs?: number;
}

/** Who calls, as the platform knows it. */
export interface Person {
  openid?: string;
  unionid?: string;
  clientIp?: string;
}

export type ClientReply =
  | { requestId: string; result: unknown }
  | { requestId: string; errCode: number; errMsg: string };

/** Local time, epoch ms, and how far it is ahead of real time. */
export interface CloudTime {
  now: number;
  offsetMs: number;
}

export interface DatabaseCalls {
  total: number;
  /** By SDK action, such as `database.getDocument`. */
  byAction: Record<string, number>;
}

export interface CloudState extends CloudTime {
  functions: Array<{ name: string; instances: number; busy: number; queued: number }>;
  timers: Array<{ functionName: string; name: string; cron: string; nextAt?: number }>;
  databaseCalls: DatabaseCalls;
  faults: FaultSettings;
}

/** A running stand-in for CloudBase. */
export interface LocalCloud {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** What a client's `callFunction` does. `caller` is an openid or a person; absent = nobody. */
  invoke(name: string, data?: unknown, caller?: string | Person): Promise<ClientReply>;
  /** Moves the clock forward by ms or text such as `72h`; resolves when the timers that fell due have run. */
  advance(duration: number | string): Promise<CloudTime>;
  now(): number;
  /** Replaces all fault settings; `{}` turns them off. Throws RangeError on unknown ones. */
  faults(settings: FaultSettings): void;
  /** Ends all instances in the middle of what they do. */
  killInstances(): Promise<void>;
  /** Runs a function's timer now. Rejects when it has none. */
  runTimer(functionName: string): Promise<ClientReply>;
  /** Back to an empty cloud: data, files, messages, quota, logs, faults, clock, instances. */
  reset(): Promise<void>;
  /** Subscription messages that were delivered, or the calls of another API. */
  sent(filter?: SentFilter): SentRecord[];
  /** A person accepts a subscription message template `count` times. */
  subscribe(openid: string, templateId: string, count?: number): void;
  /** What WeChat's content check and other APIs refuse. */
  openapi(settings: OpenapiSettings): void;
  logs(filter?: LogFilter): LogEntry[];
  state(): CloudState;
  /** Database requests since the last time this was asked. */
  databaseCalls(): DatabaseCalls;
  stop(): Promise<void>;
}
