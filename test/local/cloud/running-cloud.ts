import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../../local/cloud';

export const FUNCTIONS = path.resolve(__dirname, 'functions');

export const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'liyili-cloud-'));

const opened: Array<() => Promise<void>> = [];

/** A cloud of the fixture functions in a folder of its own; ended and deleted by `endClouds`. */
export async function openCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  const dir = options.dir ?? newFolder();
  let cloud: LocalCloud | undefined;
  opened.push(async () => {
    await cloud?.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });
  cloud = await startLocalCloud({ functionsDir: FUNCTIONS, port: 0, log: () => {}, ...options, dir });
  return cloud;
}

export async function endClouds(): Promise<void> {
  await Promise.all(opened.splice(0).map(end => end()));
}

/** What a function answered; fails the test when the call failed. */
export async function resultOf<T>(call: ReturnType<LocalCloud['invoke']>): Promise<T> {
  const reply = await call;
  if ('errCode' in reply) throw new Error(`${reply.errCode} ${reply.errMsg}`);
  return reply.result as T;
}

/** Looks again until it is so; the test's own time-out is the limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setImmediate(resolve));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const post = (
  cloud: LocalCloud,
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  fetch(cloud.url + address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
