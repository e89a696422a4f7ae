import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';

const root = path.resolve(__dirname, '../..');
let script: Promise<string> | undefined;

/** The checks run in the phone, so they are bundled for the browser; axe-core comes as it is. */
async function bundle(): Promise<string> {
  const built = await build({
    entryPoints: [path.join(root, 'test/support/flaws/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
  return `${axe}\n${built.outputFiles[0]?.text ?? ''}`;
}

async function install(page: Page): Promise<void> {
  if (await page.evaluate('"screenFlaws" in window')) return;
  script ??= bundle();
  await page.evaluate(await script);
}

/** What WeChat's audit counts of a page. */
export interface Weight {
  nodes: number;
  /** Levels below the page. */
  depth: number;
  /** Most children of one node. */
  children: number;
}

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

/**
 * Scrolling by keyboard is the phone's affair; there, a screen reader scrolls what it reads. axe's contrast takes half of its
 * time and asks for no more than ours does: it is left to the contact sheet.
 */
const axeOptions = (thorough: boolean): string =>
  JSON.stringify({
    resultTypes: ['violations'],
    rules: { 'scrollable-region-focusable': { enabled: false }, 'color-contrast': { enabled: thorough } },
  });

/** Serious and critical findings of axe-core in the page on top; what surrounds it is WeChat's. */
async function axeFindings(page: Page, thorough: boolean): Promise<string[]> {
  const found = (await page.evaluate(
    `axe.run('.preview-frame:not([data-hidden]) .preview-view', ${axeOptions(thorough)}).then(({violations}) => violations)`,
  )) as Violation[];
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`));
}

/** Until what moves has come to rest. */
export async function settled(page: Page): Promise<void> {
  await install(page);
  await page.evaluate('screenFlaws.settled()');
}

/** What is wrong with what a phone shows; empty when it is as ux.md wants it. */
export async function screenFlaws(page: Page, thorough = false): Promise<string[]> {
  await install(page);
  const found = (await page.evaluate('screenFlaws.find()')) as string[];
  return [...found, ...(await axeFindings(page, thorough))];
}

/** Nodes, depth and most children of the page on top, as WeChat's audit counts them. */
export async function pageWeight(page: Page): Promise<Weight> {
  await install(page);
  return (await page.evaluate('screenFlaws.weigh()')) as Weight;
}
