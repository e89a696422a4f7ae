/** What production keeps in the functions' environment, for tests. */
export const TEST_KEYS = {
  UID_KEY: 'key-of-the-function-tests',
  FIELD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  NOTICE_TEMPLATES: 'reminder:template-reminder,promoted:template-promoted,verdict:template-verdict',
};
