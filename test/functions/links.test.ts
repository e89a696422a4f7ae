import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test.each([
  ['https://www.example.com/a/?utm_source=x', 'https://example.com/a'],
  ['http://127.0.0.1:80/admin', 'https://127.0.0.1/admin'],
  ['http://169.254.169.254/latest/meta-data', 'https://169.254.169.254/latest/meta-data'],
  ['http://2130706433/', 'https://127.0.0.1'],
])('%s is not asked: the link itself is all there is', async (url, canonical) => {
  const itself = { url: canonical, found: false, dead: false };
  expect(await cloud.person().data('links.describe', { url })).toEqual(itself);
});

test('describing a link costs no database request, and what is no address is refused', async () => {
  const person = cloud.person();
  expect(await cloud.callsOf(() => person.data('links.describe', { url: 'https://example.com' }))).toBe(0);
  for (const url of ['', 'example.com', 'file:///etc/passwd', 'https://localhost/'])
    expect(await person.refusal('links.describe', { url })).toMatchObject({ code: 'BAD_INPUT', path: 'url' });
});
