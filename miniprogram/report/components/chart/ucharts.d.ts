/** The package has no types of its own; this is what the chart component calls. */
declare module '@qiun/ucharts' {
  export default class UCharts {
    /** Draws at once. `width`, `height` in the canvas's px; `pixelRatio` 1 when the context is scaled already. */
    constructor(options: object & { context: unknown; width: number; height: number; pixelRatio: number });
  }
}
