import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test('a removal is given its reasons, the last answer counts, and the report adds them up', async () => {
  const person = cloud.person();
  const ids = await person.seed(7);
  const [many, one] = [await person.remove(ids.slice(0, 5)), await person.remove(ids.slice(5, 6))];
  const survey = (batchId: string, ...reasons: ('adverts' | 'privacy' | 'other')[]) =>
    person.data('batches.survey', { batchId, reasons });
  await survey(many.batchId, 'privacy');
  const answered = await survey(many.batchId, 'adverts', 'other');
  expect(answered).toMatchObject({ ...many, reasons: ['adverts', 'other'] });
  expect(await survey(many.batchId, 'adverts', 'other')).toEqual(answered);
  await survey(one.batchId, 'adverts');
  expect((await person.data('reports.show', { days: 30 })).reasons).toEqual([
    { reason: 'adverts', count: 6 },
    { reason: 'other', count: 5 },
  ]);
  const { batch } = await person.data('batches.show', { batchId: many.batchId });
  expect(batch.reasons).toEqual(['adverts', 'other']);
});

test('an answer costs one request and says nothing about a preview or another person’s batch', async () => {
  const person = cloud.person();
  const [a = '', b = ''] = await person.seed(2);
  const { batchId } = await person.remove([a]);
  expect(await cloud.callsOf(() => person.data('batches.survey', { batchId, reasons: ['other'] }))).toBe(1);
  const preview = await person.data('batches.preview', { kind: 'follow', selection: { ids: [b] } });
  const asked = { batchId: preview.batchId, reasons: ['other' as const] };
  expect(await person.refusal('batches.survey', asked)).toMatchObject({ code: 'NOT_FOUND' });
  await person.data('batches.cancel', { batchId: preview.batchId });
  expect(await person.refusal('batches.survey', asked)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await cloud.person().refusal('batches.survey', { batchId, reasons: ['other'] })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('none, four, the same twice and unknown reasons are refused', async () => {
  const person = cloud.person();
  const { batchId } = await person.remove(await person.seed(1));
  const wrong = [
    [],
    ['adverts', 'adverts'],
    ['nothing'],
    ['adverts', 'privacy', 'other', 'outdated'],
    'adverts',
  ];
  for (const reasons of wrong) {
    const reply = await person.send({ action: 'batches.survey', input: { batchId, reasons } });
    expect(reply).toMatchObject({ ok: false });
  }
});

test('reasons outlive the batch: the report knows them when nothing can be undone any more', async () => {
  const person = cloud.person();
  const { batchId } = await person.remove(await person.seed(3));
  await person.data('batches.survey', { batchId, reasons: ['outdated'] });
  await cloud.cloud.advance('10d');
  await cloud.runTimer('janitor');
  const report = await person.data('reports.show', { days: 30 });
  expect(report.reasons).toEqual([{ reason: 'outdated', count: 3 }]);
  expect(report.totals).toMatchObject({ removed: 3, live: 0 });
});
