import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import { pixels } from './length';

const DEFAULTS = {
  percent: 0,
  showInfo: false,
  /** Lengths with a unit or without. */
  borderRadius: null as unknown,
  fontSize: null as unknown,
  strokeWidth: null as unknown,
  color: '#09BB07',
  activeColor: '#09BB07',
  backgroundColor: '#EBEBEB',
  active: false,
  activeMode: 'backwards',
  /** Time for one per cent, in ms. */
  duration: 30,
};

class Progress implements BuiltinView {
  private readonly rail = document.createElement('div');
  private readonly bar = document.createElement('div');
  private readonly info = document.createElement('span');
  private shown = 0;
  private playing: Animation | undefined;

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {
    this.rail.className = 'wx-progress-rail';
    this.info.className = 'wx-progress-info';
    this.rail.append(this.bar);
    node.root.append(this.rail, this.info);
    node.root.setAttribute('role', 'progressbar');
  }

  update(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    const percent = Math.min(100, Math.max(0, data.percent));
    Object.assign(this.rail.style, {
      height: this.length(data.strokeWidth, 6),
      backgroundColor: data.backgroundColor,
      borderRadius: this.length(data.borderRadius, 0),
    });
    this.bar.style.backgroundColor =
      data.activeColor !== DEFAULTS.activeColor ? data.activeColor : data.color;
    this.info.hidden = !data.showInfo;
    this.info.style.fontSize = this.length(data.fontSize, 16);
    this.info.textContent = `${percent}%`;
    this.node.root.setAttribute('aria-valuenow', String(percent));
    if (changed.has('percent') || changed.has('active')) this.moveTo(percent);
  }

  private length(value: unknown, standardPx: number): string {
    return `${pixels(value ?? standardPx, this.node.host.settings.width)}px`;
  }

  private moveTo(percent: number): void {
    const { active, activeMode, duration } = this.node.data;
    const from = activeMode === 'forwards' ? this.shown : 0;
    this.playing?.cancel();
    this.bar.style.width = `${percent}%`;
    this.shown = percent;
    if (!active || percent === from) return;
    const steps = [{ width: `${from}%` }, { width: `${percent}%` }];
    this.playing = this.bar.animate(steps, { duration: Math.abs(percent - from) * duration });
    this.playing.onfinish = () => this.node.fire('activeend', { curPercent: percent });
  }
}

export const progress = defineBuiltin({
  tag: 'progress',
  defaults: DEFAULTS,
  css: `
wx-progress{display:flex;align-items:center}
.wx-progress-rail{flex:1;overflow:hidden}
.wx-progress-rail>div{height:100%}
.wx-progress-info{min-width:2em;margin-left:15px}
`,
  create: node => new Progress(node),
});
