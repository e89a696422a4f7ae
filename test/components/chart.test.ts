import path from 'node:path';
import { load, render } from 'miniprogram-simulate';

const drawn: Record<string, unknown>[] = [];
jest.mock('@qiun/ucharts', () => ({
  __esModule: true,
  default: class {
    constructor(options: Record<string, unknown>) {
      drawn.push(options);
    }
  },
}));

const root = path.resolve(__dirname, '../../miniprogram');
const chart = load(path.join(root, 'report/components/chart/chart'), {
  compiler: 'simulate',
  rootPath: root,
});

const shape = (data: number[]) => ({
  kind: 'bar',
  categories: data.map((_, at) => `第 ${at} 个`),
  series: [{ name: '甲', data, tone: { light: '#0B7A5B', dark: '#3CC79B' } }],
});

/** What the component reaches of a canvas. */
const canvas = () => {
  const context = { scale: jest.fn() };
  return { context, node: { width: 0, height: 0, getContext: () => context } };
};

interface Drawing {
  drawOn(field: { node: object; width: number; height: number }): void;
}
const shown = (given: object) => render(chart, given);

beforeEach(() => {
  drawn.length = 0;
  Object.assign(globalThis, {
    wx: { ...(globalThis as { wx?: object }).wx, getWindowInfo: () => ({ pixelRatio: 3 }) },
  });
});

it('is drawn in the pixels of the screen, with the options of what it shows', () => {
  const component = shown({ shape: shape([3, 1]), look: { dark: true, size: 'large' } });
  const { context, node } = canvas();
  (component.instance as unknown as Drawing).drawOn({ node, width: 100, height: 50 });
  expect(node).toMatchObject({ width: 300, height: 150 });
  expect(context.scale).toHaveBeenCalledWith(3, 3);
  expect(drawn).toEqual([
    expect.objectContaining({ type: 'bar', width: 100, height: 50, pixelRatio: 1, fontSize: 18, context }),
  ]);
});

it('grows with its bars and with the letters', () => {
  const height = (given: object) => Number(/height: (\d+)px/.exec(shown(given).dom?.innerHTML ?? '')?.[1]);
  const few = height({ shape: shape([1, 2]) });
  expect(height({ shape: shape([1, 2, 3, 4]) })).toBeGreaterThan(few);
  expect(height({ shape: shape([1, 2]), look: { dark: false, size: 'extra-large' } })).toBeGreaterThan(few);
});
