import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../durable-file';
import { diskNameOf } from './cloud-path';

/** Temporary addresses live two hours unless asked otherwise, seconds (WeChat). */
const DEFAULT_MAX_AGE_S = 7200;
const LONGEST_AGE_S = 86_400;

/** Signed addresses and upload permits; they end by the local clock. */
export interface Addresses {
  /** `maxAgeS` 1 to 86,400. */
  download(cloudPath: string, maxAgeS?: number): string;
  /** Whether `search` of a download address is genuine and not over. */
  mayDownload(cloudPath: string, search: URLSearchParams): boolean;
  /** Value of the `authorization` header for an upload. */
  uploadPermit(cloudPath: string): string;
  mayUpload(cloudPath: string, permit: string): boolean;
}

function readKey(dir: string): string {
  const file = path.join(dir, 'address-key');
  if (!fs.existsSync(file)) replaceFile(file, randomBytes(32).toString('hex'));
  return fs.readFileSync(file, 'utf8');
}

/** The SDK runs `encodeURI` over an address: characters that would not survive it go by the name on disk. */
export function addressPathOf(cloudPath: string): string {
  return /[%?#~]/.test(cloudPath) ? `~${diskNameOf(cloudPath)}` : cloudPath;
}

export function openAddresses(dir: string, now: () => number, url: () => string): Addresses {
  const key = readKey(dir);
  const sign = (purpose: string, cloudPath: string, until: number): string =>
    createHmac('sha256', key).update(`${purpose} ${until} ${cloudPath}`).digest('hex').slice(0, 32);

  const isGenuine = (purpose: string, cloudPath: string, until: number, signature: string): boolean =>
    signature === sign(purpose, cloudPath, until) && now() < until;

  return {
    download: (cloudPath, maxAgeS = DEFAULT_MAX_AGE_S) => {
      const ageS = Math.min(LONGEST_AGE_S, Math.max(1, maxAgeS));
      const until = now() + ageS * 1000;
      const signature = sign('download', cloudPath, until);
      return `${url()}/storage/file/${addressPathOf(cloudPath)}?sign=${signature}&t=${until}`;
    },
    mayDownload: (cloudPath, search) =>
      isGenuine('download', cloudPath, Number(search.get('t')), search.get('sign') ?? ''),
    uploadPermit: cloudPath => {
      const until = now() + 15 * 60_000;
      return `${until}.${sign('upload', cloudPath, until)}`;
    },
    mayUpload: (cloudPath, permit) => {
      const [until, signature = ''] = permit.split('.');
      return isGenuine('upload', cloudPath, Number(until), signature);
    },
  };
}
