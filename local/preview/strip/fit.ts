export interface Size {
  width: number;
  height: number;
}

/** Around every phone, px: its bezel, and its caption above. strip.css draws both. */
const BEZEL = 8;
const CAPTION = 26;
const GAP = 24;
/** Below this nothing can be read any more: then the stage scrolls. */
const SMALLEST = 0.4;

/** How much phones side by side are shrunk so that the stage shows them whole; 1 when there is room. */
export function scaleToFit(stage: Size, phones: readonly Size[]): number {
  const bezels = 2 * BEZEL * phones.length;
  const wide = (stage.width - GAP * (phones.length - 1) - bezels) / sum(phones.map(phone => phone.width));
  const high = (stage.height - CAPTION - 2 * BEZEL) / Math.max(...phones.map(phone => phone.height));
  return Math.max(SMALLEST, Math.min(1, wide, high));
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Room inside an element's padding, px. */
export function roomIn(node: HTMLElement): Size {
  const style = getComputedStyle(node);
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name));
  return {
    width: node.clientWidth - px('padding-left') - px('padding-right'),
    height: node.clientHeight - px('padding-top') - px('padding-bottom'),
  };
}
