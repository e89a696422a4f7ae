import type { CDPSession, Page } from 'playwright-core';
import { settled } from './screen-flaws';

/** Presses of Tab after which something is not on the screen. */
const MOST_STOPS = 40;
/** WeChat's bars and dialogs lie in trees of their own. */
const FOCUSED = `(function inner(root) {
  const at = root.activeElement;
  return at?.shadowRoot ? inner(at.shadowRoot) : at === document.body ? null : at;
})(document)`;
const IN_BAR = "function () { return this.closest('.preview-view,.wx-panel') === null; }";

/** Somebody who sees nothing: goes from stop to stop by keyboard and is told role and name of each, as the browser computes them. */
export class ScreenReader {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<ScreenReader> {
    return new ScreenReader(page, await page.context().newCDPSession(page));
  }

  /** What has the focus: `button 我要报名`. Blank at the end of all, where the browser begins anew. */
  private async stop(): Promise<{ text: string; isWeChats: boolean }> {
    const { result } = await this.session.send('Runtime.evaluate', { expression: FOCUSED });
    if (result.objectId === undefined) return { text: '', isWeChats: true };
    const object = { objectId: result.objectId };
    const { nodes } = await this.session.send('Accessibility.getPartialAXTree', {
      ...object,
      fetchRelatives: false,
    });
    const inBar = await this.session.send('Runtime.callFunctionOn', {
      ...object,
      functionDeclaration: IN_BAR,
      returnByValue: true,
    });
    const { role, name } = nodes[0] ?? {};
    return { text: `${role?.value} ${name?.value}`, isWeChats: inBar.result.value === true };
  }

  /** Goes on until something is heard that begins with `name`; what the page said on the way, that included. WeChat's own bars are passed over. */
  async goTo(name: string): Promise<string[]> {
    // While a page comes, what is on the one below it can still be reached, and fades after it.
    await this.page.waitForFunction(
      'document.querySelectorAll(".preview-frame:not([data-hidden])").length === 1',
    );
    await settled(this.page);
    const heard: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await this.page.keyboard.press('Tab');
      const { text, isWeChats } = await this.stop();
      if (!isWeChats) heard.push(text);
      if (text.startsWith(name)) return heard;
    }
    throw new Error(`${name} is not among ${heard.join(', ')}`);
  }

  /** Goes to it and presses it. */
  async press(name: string): Promise<string[]> {
    const heard = await this.goTo(name);
    await this.page.keyboard.press('Enter');
    return heard;
  }

  /** Goes to a field and types. */
  async type(name: string, text: string): Promise<string[]> {
    const heard = await this.goTo(name);
    await this.page.keyboard.type(text);
    return heard;
  }
}
