/**
 * The units that mean something else inside a phone than in the browser window around it. They become
 * multiples of variables that the phone sets: `--rpx` (width / 750), `--vw` and `--vh` (a hundredth of
 * the page area), `--safe-area-inset-*`.
 */
const UNITS = /url\([^)]*\)|"[^"]*"|'[^']*'|(?<![\w#-])(-?(?:\d+\.?\d*|\.\d+))(rpx|vh|vw)\b/g;
const SAFE_AREA = /env\(\s*(safe-area-inset-(?:top|right|bottom|left))\s*(,[^)]*)?\)/g;

/** Makes the text of a sheet or of a `style` attribute mean in the phone what it means in WeChat. */
export function phoneUnits(css: string): string {
  return css
    .replace(UNITS, (whole, amount?: string, unit?: string) =>
      amount === undefined ? whole : `calc(${amount} * var(--${unit}))`,
    )
    .replace(SAFE_AREA, 'var(--$1$2)');
}

interface StyledElement {
  setNodeStyle(style: string, segment?: number): void;
}

/** Applies `phoneUnits` to every `style` a template or WXS sets. */
export function translateInlineStyles(elementPrototype: StyledElement): void {
  const setNodeStyle = elementPrototype.setNodeStyle;
  elementPrototype.setNodeStyle = function (this: StyledElement, style, segment) {
    setNodeStyle.call(this, phoneUnits(style), segment);
  };
}
