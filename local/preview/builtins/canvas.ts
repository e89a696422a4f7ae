import { assetUrl } from './asset-url';
import { type BuiltinNode, defineBuiltin } from './builtin';

const DEFAULTS = { type: '', canvasId: '', disableScroll: false };

/** What a 2d canvas node has in WeChat beyond the browser's canvas. */
export interface CanvasNode extends HTMLCanvasElement {
  createImage(): HTMLImageElement;
  requestAnimationFrame(callback: (time: number) => void): number;
  cancelAnimationFrame(handle: number): void;
  createPath2D(path?: string): Path2D;
  createImageData(width: number, height: number): ImageData;
}

/** Images of a mini program take its own paths as `src`. */
function createImage(node: BuiltinNode<typeof DEFAULTS>): HTMLImageElement {
  const picture = new Image();
  const native = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  Object.defineProperty(picture, 'src', {
    get: () => native?.get?.call(picture),
    set(src: string) {
      assetUrl(node, src).then(
        url => native?.set?.call(picture, url),
        () => picture.dispatchEvent(new Event('error')),
      );
    },
  });
  return picture;
}

export const canvas = defineBuiltin({
  tag: 'canvas',
  defaults: DEFAULTS,
  css: `
wx-canvas{position:relative;display:block;width:300px;height:150px;overflow:hidden}
wx-canvas>canvas{display:block;width:100%;height:100%}
`,
  create(node) {
    const dom = Object.assign(document.createElement('canvas'), {
      createImage: () => createImage(node),
      requestAnimationFrame: (callback: (time: number) => void) => requestAnimationFrame(callback),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
      createPath2D: (path?: string) => new Path2D(path),
      createImageData: (width: number, height: number) => new ImageData(width, height),
    }) satisfies CanvasNode;
    node.root.append(dom);
    node.expose(dom);
    node.root.addEventListener(
      'touchmove',
      event => {
        if (node.data.disableScroll) event.preventDefault();
      },
      { passive: false },
    );
    return {
      update() {
        // The old interface addresses canvases by this id and expects as many pixels as the box has.
        if (node.data.canvasId !== '') dom.dataset['canvasId'] = node.data.canvasId;
      },
      attached() {
        if (node.data.type !== '') return;
        dom.width = node.root.clientWidth;
        dom.height = node.root.clientHeight;
      },
    };
  },
});
