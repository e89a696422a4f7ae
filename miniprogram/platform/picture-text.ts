/** Longer sides are shrunk to this many pixels: enough to read small letters, and 16 MB at most. */
const LONGEST = 2000;
/** A phone that has not answered by then will not. */
const PATIENCE_MS = 20_000;

/** Recognition runs on the phone itself; no picture leaves it. */
export const canReadPictures = (): boolean =>
  wx.canIUse('createVKSession') && wx.canIUse('isVKSupport') && wx.isVKSupport('v1');

interface Pixels {
  frameBuffer: ArrayBuffer;
  width: number;
  height: number;
}

async function pixelsOf(path: string): Promise<Pixels> {
  const { width, height } = await wx.getImageInfo({ src: path });
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const canvas = wx.createOffscreenCanvas({ type: '2d', ...size });
  const picture = canvas.createImage();
  await new Promise<void>((resolve, reject) => {
    picture.onload = () => resolve();
    picture.onerror = reject;
    picture.src = path;
  });
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { frameBuffer: data.buffer, ...size };
}

type Anchors = { text?: string }[];

function recognise(session: WechatMiniprogram.VKSession, pixels: Pixels): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    session.on('updateAnchors', (anchors: Anchors) => {
      clearTimeout(timer);
      resolve(anchors.flatMap(({ text = '' }) => text.split('\n')));
    });
    session.start(failure => {
      if (failure === 0) session.runOCR(pixels);
      else {
        clearTimeout(timer);
        reject(new Error(`recognition does not start: ${failure}`));
      }
    });
  });
}

/** Lines of text on a picture, without blanks; undefined when this phone cannot read it. */
export async function readPicture(path: string): Promise<string[] | undefined> {
  let session: WechatMiniprogram.VKSession | undefined;
  try {
    const pixels = await pixelsOf(path);
    session = wx.createVKSession({ track: { OCR: { mode: 2 } } } as WechatMiniprogram.VKConfig);
    const lines = await recognise(session, pixels);
    return lines.map(line => line.trim()).filter(line => line !== '');
  } catch {
    return undefined;
  } finally {
    session?.destroy();
  }
}
