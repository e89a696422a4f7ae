import UCharts from '@qiun/ucharts';
import { chartHeight, chartOptions } from '../../view/chart-options';
import type { ChartLook, ChartShape } from '../../view/chart-shape';

/** A canvas as SelectorQuery hands it over. */
interface CanvasField {
  node: WechatMiniprogram.Canvas;
  width: number;
  height: number;
}

const nothing: ChartShape = { kind: 'bar', categories: [], series: [] };

/** One chart. What it shows is told in words by `label`; a canvas says nothing to a screen reader. */
Component({
  properties: {
    shape: { type: Object, value: nothing as ChartShape },
    look: { type: Object, value: { dark: false, size: 'standard' } as ChartLook },
    label: { type: String, value: '' },
  },
  data: { height: 200 },
  observers: {
    'shape, look'(shape: ChartShape, look: ChartLook) {
      this.setData({ height: chartHeight(shape, look) }, () => this.draw());
    },
  },
  lifetimes: {
    ready() {
      this.draw();
    },
  },
  methods: {
    draw() {
      this.createSelectorQuery()
        .select('#canvas')
        .fields({ node: true, size: true })
        .exec((found: (CanvasField | null)[]) => {
          const canvas = found[0];
          if (canvas && canvas.width > 0) this.drawOn(canvas);
        });
    },
    /** Drawn in the screen's own pixels, or lines would blur; setting the size empties the canvas. */
    drawOn({ node, width, height }: CanvasField) {
      const pixelRatio = wx.getWindowInfo().pixelRatio;
      node.width = width * pixelRatio;
      node.height = height * pixelRatio;
      const context = node.getContext('2d');
      context.scale(pixelRatio, pixelRatio);
      const { shape, look } = this.data;
      new UCharts({ ...chartOptions(shape, look), context, width, height, pixelRatio: 1 });
    },
  },
});
