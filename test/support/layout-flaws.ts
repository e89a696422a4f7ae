import type { Page } from 'playwright-core';

/** Below this, px, a finger misses (platform.md's figure for phones without large font is the same). */
const LEAST_TARGET = 44;

/** What is drawn of one element; px of the screen. */
interface Drawn {
  name: string;
  hasText: boolean;
  isButton: boolean;
  left: number;
  right: number;
  height: number;
  /** Inside something that scrolls sideways, where leaving the screen is meant. */
  slides: boolean;
  /** Wider than its box, which hides the rest without an ellipsis. */
  cut: boolean;
}

const drawnElements = (page: Page): Promise<Drawn[]> =>
  page.evaluate(() => {
    const isSlider = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const slides = (element: Element | null): boolean =>
      element !== null && (isSlider(element) || slides(element.parentElement));
    const isOwnText = (node: ChildNode) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '';
    const describe = (element: Element) => {
      const { left, right, height } = element.getBoundingClientRect();
      const { textOverflow, overflowX } = getComputedStyle(element);
      const clips = overflowX === 'hidden' && textOverflow !== 'ellipsis';
      return {
        name: `${element.getAttribute('class') ?? element.tagName}: ${(element.textContent ?? '').trim().slice(0, 30)}`,
        hasText: [...element.childNodes].some(isOwnText),
        isButton: element.getAttribute('role') === 'button',
        ...{ left, right, height },
        slides: slides(element),
        cut: clips && element.scrollWidth > element.clientWidth + 1,
      };
    };
    return [...document.querySelectorAll('body *')]
      .filter(element => element.checkVisibility({ visibilityProperty: true }))
      .filter(element => element.getBoundingClientRect().width > 0)
      .map(describe);
  });

/** Pages slide in and sheets rise; only what has come to rest can be judged. Spinners never do. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(animation => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(moving.map(animation => animation.finished));
  });

/** What is wrong with what a phone shows: texts off the screen, texts cut, buttons too small for a finger. */
export async function layoutFlaws(page: Page): Promise<string[]> {
  await settled(page);
  const width = page.viewportSize()?.width ?? 0;
  const elements = await drawnElements(page);
  const texts = elements.filter(({ hasText }) => hasText);
  const offScreen = texts.filter(({ left, right, slides }) => !slides && (left < -1 || right > width + 1));
  return [
    ...offScreen.map(({ name }) => `off the screen: ${name}`),
    ...texts.filter(({ cut }) => cut).map(({ name }) => `cut: ${name}`),
    ...elements
      .filter(({ isButton, height }) => isButton && height < LEAST_TARGET)
      .map(({ name, height }) => `${Math.round(height)} px high: ${name}`),
  ];
}
