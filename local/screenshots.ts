import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { RunningApp } from '../test/support/running-app';

const images = path.resolve(__dirname, '..', 'docs/images');

/** The silent follows of 王奶奶 go to 最近删除, so that there is something to count down. */
async function fillTrash(app: RunningApp): Promise<void> {
  const selection = { filter: { silence: 'silent', silentDays: 90 } } as const;
  const wang = app.account('wang');
  const { batchId } = await wang.data('batches.preview', { kind: 'follow', selection });
  await wang.data('batches.commit', { batchId });
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(images, `${name}.png`) });
  await page.context().close();
}

/** The pictures of the README, taken from the running app. Needs a font with Chinese characters. */
async function takeScreenshots(): Promise<void> {
  mkdirSync(images, { recursive: true });
  const app = await RunningApp.start();
  try {
    const home = await app.openPhone({ person: 'lin' });
    await home.page.getByText('90 天没打开过').first().waitFor();
    await save(home.page, 'home');
    await fillTrash(app);
    const report = await app.openPhone({ person: 'wang', font: 1 });
    await report.page.getByRole('tab', { name: '我的' }).click();
    await report.page.locator('#me-report').click();
    await report.page.locator('#card-removed [role=img][aria-label*="关注"]').waitFor();
    await save(report.page, 'report');
    const { items } = await app.account('chen').data('chains.list', { scope: 'organized' });
    const path = `chain/pages/detail/detail?id=${items[0]?.chainId}`;
    const chain = await app.openPhone({ person: 'chen', path });
    await chain.page.locator('#places').getByText('还剩').waitFor();
    await save(chain.page, 'chain');
    const trash = await app.openPhone({ person: 'wang', width: 320, font: 1.4 });
    await trash.page.locator('#card-trash').click();
    await trash.page.locator('#trash').getByText('还剩').first().waitFor();
    await save(trash.page, 'trash-extra-large');
  } finally {
    await app.stop();
  }
}

takeScreenshots().catch(error => {
  console.error(error);
  process.exit(1);
});
