import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const key = (): string => randomBytes(32).toString('base64');

/**
 * The keys that production keeps in the functions' environment, made once for a local data folder: people's ids
 * derive from them and personal fields are encrypted with them, so they must outlive a restart and belong in no repository.
 */
export function developmentKeys(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, 'keys.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const keys = { UID_KEY: key(), FIELD_KEYS: `k1:${key()}`, ...known };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
