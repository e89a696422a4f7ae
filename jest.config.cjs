const transform = {
  '^.+\\.[jt]s$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

/** One project a level; see CONTRIBUTING for what belongs where. */
const project = (name, extra = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  transform,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/local/devtools'],
  ...extra,
});

module.exports = {
  // One more than the cores of a small machine: a test often waits for a browser, a disk or a killed instance.
  maxWorkers: 3,
  // Twelve times what the slowest test takes on a quiet machine; a busy one must not fail.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.cjs'],
  globalSetup: '<rootDir>/test/support/build-once.cjs',
  projects: [
    project('unit'),
    project('functions'),
    project('local'),
    project('components', { testEnvironment: 'jsdom' }),
    project('e2e'),
  ],
};
