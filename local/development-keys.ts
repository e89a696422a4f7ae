import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The keys that production keeps in the functions' environment, made once for a local data folder: people's ids
 * derive from them, so they must outlive a restart and belong in no repository.
 */
export function developmentKeys(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify({ UID_KEY: randomBytes(32).toString('base64') }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
