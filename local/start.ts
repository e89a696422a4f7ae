import path from 'node:path';
import { buildFunctions } from './build';
import { startLocalCloud } from './cloud';
import { seedDemo } from './demo';
import { developmentKeys } from './development-keys';
import { FUNCTION_SETTINGS, MESSAGE_TITLES, PEOPLE } from './people';
import { startPreview } from './preview';

const root = path.resolve(__dirname, '..');
/** Tests run the same program beside a developer's own, so each needs a folder. */
const dataDir = path.resolve(process.env['DATA_DIR'] ?? path.join(root, '.data'));

function port(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new Error(`${name}=${text} is not a port`);
  return value;
}

async function start(): Promise<void> {
  // Tests have built them.
  const functionsDir = process.env['FUNCTIONS_DIR'] ?? (await buildFunctions());
  const cloud = await startLocalCloud({
    dir: path.join(dataDir, 'cloud'),
    functionsDir,
    port: port('CLOUD_PORT', 9000),
    env: { ...developmentKeys(dataDir), ...FUNCTION_SETTINGS },
  });
  await seedDemo(cloud.invoke, cloud.now());
  const preview = await startPreview({
    root: path.join(root, 'miniprogram'),
    npmRoot: path.join(root, 'node_modules'),
    cloudUrl: cloud.url,
    port: port('PREVIEW_PORT', 8080),
    samplesDir: path.join(root, 'test/support/samples'),
    people: PEOPLE,
    messageTitles: MESSAGE_TITLES,
    // Tests would be reloaded under way by whoever edits beside them.
    watch: process.env['WATCH'] !== '0',
  });
  console.log(`理一理 is running.\n  preview  ${preview.url}\n  cloud    ${cloud.url}\nStop with Ctrl+C.`);
  const stop = async () => {
    await preview.stop();
    await cloud.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
