import { type Drawn, type Letters, nameOf } from './drawn';

/** Red, green, blue from 0 to 255, alpha from 0 to 1. */
type Colour = [number, number, number, number];

const WHITE: Colour = [255, 255, 255, 1];

/** `rgb(…)`, `rgba(…)` and `color(srgb …)`, the only forms computed styles have here. */
function colourOf(css: string): Colour {
  const [a = 0, b = 0, c = 0, alpha = 1] = (css.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  return css.startsWith('color(') ? [a * 255, b * 255, c * 255, alpha] : [a, b, c, alpha];
}

function over([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour {
  const mix = (top: number, below: number) => top * a + below * (1 - a);
  return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
}

/** WCAG 2.2, relative luminance. */
function luminance([r, g, b]: Colour): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

export function ratio(a: Colour, b: Colour): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What is painted behind an element, from the first opaque ground up; undefined over a picture. */
function groundOf(element: Element | null): Colour | undefined {
  if (!element) return WHITE;
  const { backgroundColor, backgroundImage, maskImage } = getComputedStyle(element);
  if (backgroundImage !== 'none') return undefined;
  const own = maskImage && maskImage !== 'none' ? ([0, 0, 0, 0] as Colour) : colourOf(backgroundColor);
  if (own[3] >= 1) return own;
  const below = groundOf(element.parentElement);
  return below && over(own, below);
}

function opacityOf(element: Element | null): number {
  return element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
}

const DISABLED = '[aria-disabled=true],[disabled],.t-button--disabled,.t-is-disabled';

/** Large text, in WCAG's sense, needs less; main text needs more while the person reads in large letters. */
function needed({ element, size, weight }: Letters, { big, body }: Drawn): number {
  if (big && size >= body && !element.closest('[aria-hidden=true]')) return 7;
  return size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5;
}

/** Texts that do not stand out enough from what is behind them. What is disabled may be pale. */
export function paleText(drawn: Drawn): string[] {
  return drawn.letters.flatMap(letters => {
    const { element } = letters;
    const ground = groundOf(element);
    if (!ground || element.closest(DISABLED)) return [];
    const [r, g, b, alpha] = colourOf(getComputedStyle(element).color);
    const ink = over([r, g, b, alpha * opacityOf(element)], ground);
    const least = needed(letters, drawn);
    const has = ratio(ink, ground);
    return has >= least - 0.01 ? [] : [`contrast ${has.toFixed(2)} of ${least}: ${nameOf(element)}`];
  });
}

/** Icons are masks in the colour of the text around them; seen from 3:1 on. */
export function paleIcons({ frame }: Drawn): string[] {
  return [...frame.querySelectorAll('.icon')].flatMap(icon => {
    if (!icon.checkVisibility({ visibilityProperty: true }) || icon.closest(DISABLED)) return [];
    const ground = groundOf(icon.parentElement);
    if (!ground) return [];
    const [r, g, b, alpha] = colourOf(getComputedStyle(icon).backgroundColor);
    const has = ratio(over([r, g, b, alpha * opacityOf(icon)], ground), ground);
    return has >= 3 ? [] : [`contrast ${has.toFixed(2)} of 3: ${nameOf(icon)}`];
  });
}
