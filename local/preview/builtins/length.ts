/** Px of a length as WeChat writes it: numbers and bare digits are px, `rpx` counts in the phone's width (px). */
export function pixels(value: unknown, width: number): number {
  const amount = Number.parseFloat(String(value));
  if (Number.isNaN(amount)) return 0;
  return String(value).trim().endsWith('rpx') ? (amount * width) / 750 : amount;
}
