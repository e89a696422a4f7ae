import type { PreviewHost } from '../host/preview-host';
import { button, type OpenDialog, openDialog } from '../wx/layers/layer';
import type { PickerColumns } from './picker-columns';
import { WHEEL_CSS, Wheel } from './wheel';

/** Height of a row, and of the rows shown (px). */
const ROW = 44;
const ROWS = 5;

const SHEET_CSS = `${WHEEL_CSS}
.wx-picker .wx-panel{left:0;right:0;bottom:0;padding-bottom:34px;border-radius:12px 12px 0 0}
.picker-bar{display:flex;align-items:center;justify-content:space-between;padding:4px 8px}
.picker-bar button{color:var(--link)}
.picker-bar button:last-child{font-weight:600}
.picker-rows{position:relative;display:flex;height:${ROW * ROWS}px}
.picker-rows::after{content:'';position:absolute;top:${ROW * 2}px;left:0;right:0;height:${ROW}px;border:solid var(--line);
  border-width:1px 0;pointer-events:none}
.picker-rows .wx-wheel{padding:${ROW * 2}px 0}
.picker-row{height:${ROW}px;line-height:${ROW}px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;scroll-snap-align:center}
.picker-row[aria-selected=false]{color:var(--second)}
`;

const styled = new WeakSet<ShadowRoot>();

function addStyle(root: ShadowRoot): void {
  if (styled.has(root)) return;
  styled.add(root);
  const style = document.createElement('style');
  style.textContent = SHEET_CSS;
  root.append(style);
}

export interface PickerSheetListener {
  columnChange(column: number, index: number): void;
  confirm(): void;
  cancel(): void;
}

/** The sheet a picker opens from the bottom of the phone. */
export class PickerSheet {
  private readonly dialog: OpenDialog;
  private readonly rows = document.createElement('div');
  private drawn: string[][] = [];
  private wheels: Wheel[] = [];

  constructor(
    private readonly columns: PickerColumns,
    title: string,
    host: PreviewHost,
    private readonly listener: PickerSheetListener,
  ) {
    addStyle(host.layers.styleRoot);
    this.rows.className = 'picker-rows';
    const bar = document.createElement('div');
    bar.className = 'picker-bar';
    const cancel = () => this.close(() => listener.cancel());
    const confirm = () => this.close(() => listener.confirm());
    bar.append(button('取消', '', cancel), title, button('确定', '', confirm));
    const shape = { className: 'wx-picker', label: title || '请选择', onCancel: cancel, maskCloses: true };
    this.dialog = openDialog(host, shape, bar, this.rows);
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
    this.dialog.close();
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
