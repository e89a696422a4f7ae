import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import {
  dateColumns,
  multiColumns,
  type PickerColumns,
  regionColumns,
  selectorColumns,
  timeColumns,
} from './picker-columns';
import { PickerSheet } from './picker-sheet';

const DEFAULTS = {
  name: '',
  mode: 'selector',
  headerText: '',
  disabled: false,
  range: [] as unknown[],
  rangeKey: '',
  value: null as unknown,
  start: '',
  end: '',
  fields: 'day',
  customItem: '',
  level: 'region',
};

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function columnsOf(node: BuiltinNode<typeof DEFAULTS>): PickerColumns {
  const { mode, range, rangeKey, value, start, end, fields, level, customItem } = node.data;
  const text = typeof value === 'string' ? value : '';
  switch (mode) {
    case 'multiSelector':
      return multiColumns(() => node.data.range.map(listOf), rangeKey, listOf(value));
    case 'time':
      return timeColumns(text, start, end);
    case 'date':
      return dateColumns(text, start, end, fields);
    case 'region':
      return regionColumns(listOf(value), level, customItem);
    default:
      return selectorColumns(range, rangeKey, value);
  }
}

class Picker implements BuiltinView {
  private sheet: PickerSheet | undefined;

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {
    node.on('tap', () => this.activate());
  }

  update(changed: ReadonlySet<string>): void {
    // A page answers columnchange with new ranges.
    if (changed.has('range')) this.sheet?.refresh();
  }

  detached(): void {
    this.sheet?.remove();
  }

  activate(): void {
    const { node } = this;
    if (node.data.disabled || this.sheet) return;
    const columns = columnsOf(node);
    this.sheet = new PickerSheet(columns, node.data.headerText, node.host, {
      columnChange: (column, value) => {
        if (node.data.mode === 'multiSelector') node.fire('columnchange', { column, value });
      },
      confirm: () => {
        this.sheet = undefined;
        const detail = columns.detail();
        node.set({ value: detail.value });
        node.fire('change', detail);
      },
      cancel: () => {
        this.sheet = undefined;
        node.fire('cancel');
      },
    });
  }

  formValue(): unknown {
    return this.node.data.value;
  }

  reset(): void {
    const { mode } = this.node.data;
    const many = mode === 'multiSelector' || mode === 'region';
    this.node.set({ value: many ? [] : mode === 'selector' ? -1 : '' });
  }
}

export const picker = defineBuiltin({
  tag: 'picker',
  defaults: DEFAULTS,
  css: 'wx-picker{display:block}',
  create: node => new Picker(node),
});
