import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import { onDrag } from './drag';

const DEFAULTS = {
  name: '',
  min: 0,
  max: 100,
  step: 1,
  disabled: false,
  value: 0,
  color: '#e9e9e9',
  selectedColor: '#1aad19',
  activeColor: '#1aad19',
  backgroundColor: '#e9e9e9',
  blockSize: 28,
  blockColor: '#ffffff',
  showValue: false,
};

/** WeChat clamps the block to this range (px). */
const BLOCK_RANGE = { min: 12, max: 28 };
const KEY_STEPS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** The allowed value nearest to `value`: on a step counted from `min`. */
export function nearestStep(
  value: number,
  { min, max, step }: { min: number; max: number; step: number },
): number {
  const steps = Math.round((value - min) / step);
  const decimals = (String(step).split('.')[1] ?? '').length;
  const stepped = Number((min + steps * step).toFixed(decimals));
  return Math.min(max, Math.max(min, stepped));
}

class Slider implements BuiltinView {
  private readonly rail = document.createElement('div');
  private readonly filled = document.createElement('div');
  private readonly block = document.createElement('div');
  private readonly number = document.createElement('span');

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {
    this.rail.className = 'wx-slider-rail';
    this.filled.className = 'wx-slider-filled';
    this.block.className = 'wx-slider-block';
    this.number.className = 'wx-slider-value';
    this.rail.append(this.filled, this.block);
    node.root.append(this.rail, this.number);
    node.root.setAttribute('role', 'slider');
    node.root.tabIndex = 0;
    onDrag(this.rail, {
      start: () => !node.data.disabled,
      move: (_dx, _dy, event) => this.choose(event.clientX, 'changing'),
      end: dx => {
        if (dx !== 0) node.fire('change', { value: node.data.value });
      },
    });
    // A press without a drag goes to where it is.
    node.on('tap', event => {
      const pointer = event.getOriginalEvent();
      const at =
        pointer instanceof MouseEvent ? pointer : (pointer as TouchEvent | undefined)?.changedTouches?.[0];
      if (at && !node.data.disabled) this.choose(at.clientX, 'change');
    });
    node.root.addEventListener('keydown', event => this.onKey(event));
  }

  update(): void {
    const { min, max, value, blockColor, blockSize, showValue, disabled, ...colours } = this.node.data;
    const share = max > min ? (Math.min(max, Math.max(min, value)) - min) / (max - min) : 0;
    const size = Math.min(BLOCK_RANGE.max, Math.max(BLOCK_RANGE.min, blockSize));
    const chosen = (own: string, older: string, standard: string) => (own !== standard ? own : older);
    this.rail.style.backgroundColor = chosen(
      colours.backgroundColor,
      colours.color,
      DEFAULTS.backgroundColor,
    );
    this.filled.style.backgroundColor = chosen(
      colours.activeColor,
      colours.selectedColor,
      DEFAULTS.activeColor,
    );
    this.filled.style.width = `${share * 100}%`;
    Object.assign(this.block.style, {
      left: `${share * 100}%`,
      width: `${size}px`,
      height: `${size}px`,
      margin: `${-size / 2}px`,
      backgroundColor: blockColor,
    });
    this.number.hidden = !showValue;
    this.number.textContent = String(value);
    const aria = { valuemin: min, valuemax: max, valuenow: value, disabled };
    for (const [name, now] of Object.entries(aria)) this.node.root.setAttribute(`aria-${name}`, String(now));
  }

  formValue(): number {
    return this.node.data.value;
  }

  reset(): void {
    this.node.set({ value: this.node.data.min });
  }

  private choose(clientX: number, type: 'changing' | 'change'): void {
    const { min, max } = this.node.data;
    const box = this.rail.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
    this.setValue(min + share * (max - min), type);
  }

  private setValue(wanted: number, type: 'changing' | 'change'): void {
    const value = nearestStep(wanted, this.node.data);
    if (value === this.node.data.value) return;
    this.node.set({ value });
    this.node.fire(type, { value });
  }

  private onKey(event: KeyboardEvent): void {
    const steps = KEY_STEPS[event.key];
    if (steps === undefined || this.node.data.disabled) return;
    event.preventDefault();
    this.setValue(this.node.data.value + steps * this.node.data.step, 'change');
  }
}

export const slider = defineBuiltin({
  tag: 'slider',
  defaults: DEFAULTS,
  css: `
wx-slider{display:flex;align-items:center;margin:10px 18px;padding:12px 0}
.wx-slider-rail{position:relative;flex:1;height:2px;border-radius:5px;touch-action:none;cursor:pointer}
.wx-slider-rail::before{content:'';position:absolute;inset:-14px 0}
.wx-slider-filled{height:100%;border-radius:inherit}
.wx-slider-block{position:absolute;top:50%;left:0;border-radius:50%;box-shadow:0 0 4px rgba(0,0,0,.2)}
.wx-slider-value{width:3ch;margin-left:1em;color:#888;font-size:14px;text-align:center}
`,
  create: node => new Slider(node),
});
