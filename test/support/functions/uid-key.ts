/** Gives the tests of a file the key that functions find in their environment; puts back what was there. */
export function withUidKey(key: string): void {
  const before = process.env['UID_KEY'];
  beforeAll(() => {
    process.env['UID_KEY'] = key;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['UID_KEY'];
    else process.env['UID_KEY'] = before;
  });
}
