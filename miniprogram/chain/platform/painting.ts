import type { Measure, PictureLayout, PosterBox, PosterLayout } from '../view/poster-layout';

const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const fontOf = (size: number, bold: boolean): string => `${bold ? 'bold ' : ''}${size}px ${FONT}`;

/** The part of a canvas that a poster needs. */
type Canvas = WechatMiniprogram.OffscreenCanvas;
interface Context {
  font: string;
  fillStyle: string;
  textBaseline: 'middle';
  textAlign: 'left' | 'center';
  measureText(text: string): { width: number };
  fillText(text: string, x: number, y: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  closePath(): void;
  fill(): void;
  drawImage(image: WechatMiniprogram.Image, x: number, y: number, width: number, height: number): void;
}

const contextOf = (canvas: Canvas): Context => canvas.getContext('2d') as Context;

/** Widths as this phone's letters have them. */
export function textMeasure(): Measure {
  const context = contextOf(wx.createOffscreenCanvas({ type: '2d', width: 10, height: 10 }));
  return (text, size, bold) => {
    context.font = fontOf(size, bold);
    return context.measureText(text).width;
  };
}

function fillBox(context: Context, { x, y, width, height, radius, color }: PosterBox): void {
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arcTo(x + width, y, x + width, y + height, radius);
  context.arcTo(x + width, y + height, x, y + height, radius);
  context.arcTo(x, y + height, x, y, radius);
  context.arcTo(x, y, x + width, y, radius);
  context.closePath();
  context.fill();
}

const loaded = (canvas: Canvas, path: string): Promise<WechatMiniprogram.Image> =>
  new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = path;
  });

/** Draws a picture, `more` on top of it; its path, or undefined when this phone cannot. */
async function paint(
  { width, height, boxes, texts }: PictureLayout,
  more: (canvas: Canvas, context: Context) => Promise<void>,
): Promise<string | undefined> {
  try {
    const canvas = wx.createOffscreenCanvas({ type: '2d', width, height });
    const context = contextOf(canvas);
    for (const box of boxes) fillBox(context, box);
    context.textBaseline = 'middle';
    for (const { text, x, y, size, bold, color, align } of texts) {
      context.font = fontOf(size, bold);
      context.fillStyle = color;
      context.textAlign = align;
      context.fillText(text, x, y);
    }
    await more(canvas, context);
    const { tempFilePath } = await wx.canvasToTempFilePath({
      canvas: canvas as unknown as WechatMiniprogram.Canvas,
      width,
      height,
      destWidth: width,
      destHeight: height,
    });
    return tempFilePath;
  } catch {
    return undefined;
  }
}

export const paintPicture = (layout: PictureLayout): Promise<string | undefined> =>
  paint(layout, async () => undefined);

/** Draws a poster with the code at `codePath`. */
export const paintPoster = (layout: PosterLayout, codePath: string): Promise<string | undefined> =>
  paint(layout, async (canvas, context) => {
    const { x, y, size } = layout.code;
    context.drawImage(await loaded(canvas, codePath), x, y, size, size);
  });
