import type { Layers } from '../host/preview-host';
import type { PickerColumns } from './picker-columns';
import { WHEEL_CSS, Wheel } from './wheel';

/** Height of a row, and of the rows shown (px). */
const ROW = 44;
const ROWS = 5;

const SHEET_CSS = `${WHEEL_CSS}
.picker-layer{position:absolute;inset:0;z-index:1;display:flex;align-items:flex-end;background:rgba(0,0,0,.5);pointer-events:auto}
.picker-sheet{box-sizing:border-box;width:100%;padding-bottom:34px;border-radius:12px 12px 0 0;background:#fff;color:#1b1f1d;
  font-size:17px}
.picker-bar{display:flex;align-items:center;justify-content:space-between;padding:4px 8px}
.picker-bar button{min-width:64px;min-height:44px;border:0;background:none;color:#576b95;font:inherit}
.picker-bar button:last-child{color:#07794f;font-weight:600}
.picker-rows{position:relative;display:flex;height:${ROW * ROWS}px}
.picker-rows::after{content:'';position:absolute;top:${ROW * 2}px;left:0;right:0;height:${ROW}px;border:solid #e5e5e5;
  border-width:1px 0;pointer-events:none}
.picker-rows .wx-wheel{box-sizing:border-box;padding:${ROW * 2}px 0}
.picker-row{height:${ROW}px;line-height:${ROW}px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;scroll-snap-align:center}
.picker-row[aria-selected=false]{color:#8a8f8c}
`;

const styled = new WeakSet<ShadowRoot>();

export interface PickerSheetListener {
  columnChange(column: number, index: number): void;
  confirm(): void;
  cancel(): void;
}

/** The sheet a picker opens from the bottom of the phone. */
export class PickerSheet {
  private readonly layer = document.createElement('div');
  private readonly rows = document.createElement('div');
  private drawn: string[][] = [];
  private wheels: Wheel[] = [];

  constructor(
    private readonly columns: PickerColumns,
    title: string,
    layers: Layers,
    private readonly listener: PickerSheetListener,
  ) {
    if (!styled.has(layers.styleRoot)) {
      styled.add(layers.styleRoot);
      const style = document.createElement('style');
      style.textContent = SHEET_CSS;
      layers.styleRoot.append(style);
    }
    this.layer.className = 'picker-layer';
    this.layer.innerHTML =
      '<div class="picker-sheet" role="dialog" aria-modal="true"><div class="picker-bar"></div></div>';
    const sheet = this.layer.querySelector<HTMLElement>('.picker-sheet');
    const bar = this.layer.querySelector<HTMLElement>('.picker-bar');
    sheet?.setAttribute('aria-label', title || '请选择');
    const heading = document.createElement('span');
    heading.textContent = title;
    bar?.append(
      this.button('取消', () => listener.cancel()),
      heading,
      this.button('确定', () => listener.confirm()),
    );
    this.rows.className = 'picker-rows';
    sheet?.append(this.rows);
    this.layer.addEventListener('click', event => {
      if (event.target === this.layer) this.close(() => listener.cancel());
    });
    layers.container.append(this.layer);
    this.refresh();
  }

  /** Draws what has changed in the columns, without moving those that have not. */
  refresh(): void {
    const labels = this.columns.labels();
    const chosen = this.columns.chosen();
    while (this.rows.children.length > labels.length) this.rows.lastElementChild?.remove();
    labels.forEach((column, number) => {
      const same = this.drawn[number]?.join('\n') === column.join('\n');
      const wheel = this.wheelAt(number);
      if (!same) this.fill(number, column);
      wheel.showIndex(chosen[number] ?? 0);
      this.mark(number, chosen[number] ?? 0);
    });
    this.drawn = labels;
  }

  remove(): void {
    this.layer.remove();
  }

  private button(text: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.textContent = text;
    button.addEventListener('click', () => this.close(act));
    return button;
  }

  private close(act: () => void): void {
    this.remove();
    act();
  }

  private wheelAt(number: number): Wheel {
    const known = this.wheels[number];
    if (known && this.rows.children[number]) return known;
    const scroller = document.createElement('div');
    scroller.className = 'wx-wheel';
    scroller.setAttribute('role', 'listbox');
    this.rows.append(scroller);
    const wheel = new Wheel(scroller, () => ROW, {
      rest: index => {
        this.columns.choose(number, index);
        this.listener.columnChange(number, index);
        this.refresh();
      },
    });
    this.wheels[number] = wheel;
    return wheel;
  }

  private fill(number: number, labels: string[]): void {
    const scroller = this.rows.children[number];
    const rows = labels.map((label, index) => {
      const row = document.createElement('div');
      row.className = 'picker-row';
      row.setAttribute('role', 'option');
      row.textContent = label;
      row.addEventListener('click', () => this.wheels[number]?.turnTo(index));
      return row;
    });
    scroller?.replaceChildren(...rows);
  }

  private mark(number: number, chosen: number): void {
    const rows = this.rows.children[number]?.children ?? [];
    Array.from(rows).forEach((row, index) => {
      row.setAttribute('aria-selected', String(index === chosen));
    });
  }
}
