import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where the packaged browser and its shared libraries are unpacked, once. */
const UNPACKED = path.resolve(__dirname, '../node_modules/.cache/liyili-chromium');

/** In a child process: the package is an ES module and unpacks into the temporary folder of its process. */
function unpackPackagedBrowser(): string {
  mkdirSync(UNPACKED, { recursive: true });
  const script =
    "import('@sparticuz/chromium').then(m => m.default.executablePath()).then(p => console.log(p))";
  return execFileSync(process.execPath, ['-e', script], {
    cwd: path.resolve(__dirname, '..'),
    // The package brings the libraries a bare machine lacks, but unpacks them only where it believes itself in Lambda.
    env: { ...process.env, TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    encoding: 'utf8',
  }).trim();
}

/**
 * Path of a Chrome or Chromium: `CHROME_PATH`, else an installed one, else the one inside an npm package.
 * @throws when `CHROME_PATH` names nothing, or the package has no build for this machine.
 */
export function findBrowser(): string {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, and there is no such file.`);
  }
  return INSTALLED.find(file => existsSync(file)) ?? unpackPackagedBrowser();
}

/** Shared libraries and fonts of the packaged browser, for machines that lack them. */
function packagedEnvironment(): Record<string, string> {
  const inherited = process.env['LD_LIBRARY_PATH'];
  const libraries = path.join(UNPACKED, 'al2023', 'lib');
  return {
    LD_LIBRARY_PATH: inherited ? `${libraries}:${inherited}` : libraries,
    ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(UNPACKED, 'fonts') }),
  };
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts a headless browser that reaches nothing but this machine.
 * @throws one line that says what to do when no browser runs here.
 */
export async function launchBrowser(): Promise<Browser> {
  try {
    const executablePath = findBrowser();
    const packaged = executablePath.startsWith(UNPACKED);
    const env = { ...process.env, ...(packaged ? packagedEnvironment() : {}) } as Record<string, string>;
    return await chromium.launch({ executablePath, args: ARGUMENTS, env });
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n')[0];
    throw new Error(`No browser runs here: install Chrome or Chromium, or set CHROME_PATH (${reason}).`);
  }
}
