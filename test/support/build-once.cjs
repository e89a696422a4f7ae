const { execFileSync } = require('node:child_process');
const path = require('node:path');

/** Bundles the cloud functions once a run; tests at every level call the bundles that would be deployed. */
module.exports = async () => {
  const root = path.resolve(__dirname, '../..');
  execFileSync(process.execPath, ['--import', 'tsx', path.join(root, 'local/build.ts'), 'functions'], {
    cwd: root,
    stdio: 'inherit',
  });
};
