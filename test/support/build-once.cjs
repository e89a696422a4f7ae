const { execFileSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const runTypeScript = (...args) =>
  execFileSync(process.execPath, ['--import', 'tsx', ...args], { cwd: root, encoding: 'utf8' }).trim();

/**
 * Once a run: bundles the cloud functions, so that tests at every level call what would be deployed, and finds a
 * browser, so that two workers do not unpack the packaged one at the same time.
 */
module.exports = async () => {
  runTypeScript('local/build.ts', 'functions');
  // Programs that tests start need not build them again.
  process.env.FUNCTIONS_DIR = path.join(root, 'dist/cloudfunctions');
  process.env.CHROME_PATH ??= runTypeScript('-e', "console.log(require('./local/browser').findBrowser())");
};
