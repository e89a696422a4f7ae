import { type AnyBuiltin, type BuiltinNode, type BuiltinView, defineBuiltin, viewOf } from './builtin';
import { composedPath } from './element-tree';
import { WHEEL_CSS, Wheel } from './wheel';

const DEFAULTS = {
  value: [] as unknown[],
  indicatorStyle: '',
  indicatorClass: '',
  maskStyle: '',
  maskClass: '',
  immediateChange: false,
};

/** Until an indicator says otherwise (px). */
const ITEM_HEIGHT = 34;

/** Columns side by side, an indicator over the chosen row and a mask over the others. */
class PickerView implements BuiltinView {
  readonly slot = document.createElement('div');
  private readonly indicator;
  private readonly mask;
  readonly columns = new Set<PickerColumn>();

  constructor(readonly node: BuiltinNode<typeof DEFAULTS>) {
    this.slot.className = 'wx-picker-columns';
    this.mask = node.part('wx-picker-mask');
    this.indicator = node.part('wx-picker-indicator');
    node.root.append(this.slot, this.mask.dom, this.indicator.dom);
  }

  update(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    if (changed.has('indicatorStyle')) this.indicator.setStyle(data.indicatorStyle);
    if (changed.has('indicatorClass')) this.indicator.setClass(data.indicatorClass);
    if (changed.has('maskStyle')) this.mask.setStyle(data.maskStyle);
    if (changed.has('maskClass')) this.mask.setClass(data.maskClass);
    if (changed.has('value')) this.arrange();
  }

  attached(): void {
    new ResizeObserver(() => this.arrange()).observe(this.node.root);
  }

  itemHeight(): number {
    return this.indicator.dom.offsetHeight || ITEM_HEIGHT;
  }

  /** Rows as high as the indicator, the chosen ones under it. */
  arrange(): void {
    const padding = Math.max(0, (this.node.root.clientHeight - this.itemHeight()) / 2);
    this.node.root.style.setProperty('--wx-item-height', `${this.itemHeight()}px`);
    this.node.root.style.setProperty('--wx-padding', `${padding}px`);
    this.inOrder().forEach((column, index) => {
      column.show(Number(this.node.data.value[index] ?? 0));
    });
  }

  chose(): void {
    const value = this.inOrder().map(column => column.index);
    this.node.set({ value });
    this.node.fire('pickend');
    this.node.fire('change', { value });
  }

  private inOrder(): PickerColumn[] {
    return [...this.columns].sort((a, b) =>
      a.root.compareDocumentPosition(b.root) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  }
}

class PickerColumn implements BuiltinView {
  readonly slot = document.createElement('div');
  private readonly scroller = document.createElement('div');
  private readonly wheel: Wheel;
  private readonly watcher = new MutationObserver(() => this.show(this.index));
  private owner: PickerView | undefined;
  index = 0;

  constructor(private readonly node: BuiltinNode<Record<string, never>>) {
    this.scroller.className = 'wx-wheel';
    this.slot.className = 'wx-picker-items';
    this.scroller.append(this.slot);
    node.root.append(this.scroller);
    this.wheel = new Wheel(this.scroller, () => this.owner?.itemHeight() ?? ITEM_HEIGHT, {
      start: () => this.owner?.node.fire('pickstart'),
      rest: index => {
        this.index = Math.min(index, Math.max(0, this.slot.children.length - 1));
        this.owner?.chose();
      },
    });
  }

  get root(): HTMLElement {
    return this.node.root;
  }

  attached(): void {
    for (const element of composedPath(this.node.element)) {
      const view = viewOf(element);
      if (view instanceof PickerView) this.owner = view;
    }
    this.owner?.columns.add(this);
    this.watcher.observe(this.slot, { childList: true });
    this.owner?.arrange();
  }

  detached(): void {
    this.watcher.disconnect();
    this.owner?.columns.delete(this);
  }

  show(index: number): void {
    this.index = index;
    this.wheel.showIndex(index);
  }
}

export const pickerViews: readonly AnyBuiltin[] = [
  defineBuiltin({
    tag: 'picker-view',
    defaults: DEFAULTS,
    css: `${WHEEL_CSS}
wx-picker-view{position:relative;display:block;overflow:hidden}
.wx-picker-columns{position:absolute;inset:0;display:flex}
wx-picker-view-column{position:relative;flex:1;display:flex;min-width:0;height:100%;overflow:hidden}
.wx-picker-items{padding:var(--wx-padding,0) 0}
.wx-picker-items>*{height:var(--wx-item-height,34px);overflow:hidden;scroll-snap-align:center}
wx-picker-mask{position:absolute;inset:0;z-index:1;pointer-events:none;
  background:linear-gradient(180deg,rgba(255,255,255,.95),rgba(255,255,255,.6)) top,
  linear-gradient(0deg,rgba(255,255,255,.95),rgba(255,255,255,.6)) bottom;background-repeat:no-repeat;
  background-size:100% var(--wx-padding,0)}
wx-picker-indicator{position:absolute;top:50%;left:0;z-index:2;box-sizing:border-box;width:100%;height:34px;
  transform:translateY(-50%);border:solid #e5e5e5;border-width:1px 0;pointer-events:none}
`,
    create: node => new PickerView(node),
  }),
  defineBuiltin({
    tag: 'picker-view-column',
    defaults: {} as Record<string, never>,
    create: node => new PickerColumn(node),
  }),
];
