import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { fileUrl, keepTemporary } from '../files/file-url';

/** Members a mini program finds on a canvas beside those of a browser's; `<canvas>` has them from the built-ins. */
interface CanvasExtras {
  createImage(): HTMLImageElement;
  createImageData(width: number, height: number): ImageData;
  createPath2D(path?: Path2D | string): Path2D;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  cancelAnimationFrame(id: number): void;
}

/** An image whose `src` may be a file of the package or a temporary file. */
function createImage(): HTMLImageElement {
  const image = new Image();
  const native = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  Object.defineProperty(image, 'src', {
    get: () => native?.get?.call(image),
    set: (src: string) => {
      const local = /^(https?:|data:|blob:|wxfile:|\/-\/)/.test(src)
        ? src
        : `/-/root/${src.replace(/^\/+/, '')}`;
      native?.set?.call(image, fileUrl(local));
    },
  });
  return image;
}

const EXTRAS: CanvasExtras = {
  createImage,
  createImageData: (width, height) => new ImageData(width, height),
  createPath2D: path => new Path2D(path),
  requestAnimationFrame: callback => requestAnimationFrame(callback),
  cancelAnimationFrame: id => cancelAnimationFrame(id),
};

interface OffscreenOptions {
  width?: number;
  height?: number;
}

function createOffscreenCanvas(options: OffscreenOptions = {}): HTMLCanvasElement & CanvasExtras {
  const canvas = document.createElement('canvas');
  canvas.width = options.width ?? 300;
  canvas.height = options.height ?? 150;
  return Object.assign(canvas, EXTRAS);
}

interface ToFileOptions {
  canvas?: HTMLCanvasElement;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
  fileType?: 'png' | 'jpg';
  /** 0–1, of a jpg. */
  quality?: number;
}

function cutOut(canvas: HTMLCanvasElement, options: ToFileOptions): HTMLCanvasElement {
  const { x = 0, y = 0 } = options;
  const width = options.width ?? canvas.width - x;
  const height = options.height ?? canvas.height - y;
  const part = document.createElement('canvas');
  part.width = options.destWidth ?? width;
  part.height = options.destHeight ?? height;
  part.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, part.width, part.height);
  return part;
}

async function canvasToTempFilePath(options: ToFileOptions) {
  const { canvas, fileType = 'png', quality } = options;
  if (!(canvas instanceof HTMLCanvasElement)) {
    throw new ApiFailure('the preview draws on canvas 2d only: pass `canvas`, not `canvasId`');
  }
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  const blob = await new Promise<Blob | null>(resolve =>
    cutOut(canvas, options).toBlob(resolve, type, quality),
  );
  if (!blob) throw new ApiFailure('the canvas is empty');
  return { tempFilePath: await keepTemporary(blob, `canvas.${fileType}`) };
}

export function canvasApi(): ApiTable {
  return {
    createOffscreenCanvas,
    canvasToTempFilePath: asyncApi<ToFileOptions>('canvasToTempFilePath', canvasToTempFilePath),
  };
}
