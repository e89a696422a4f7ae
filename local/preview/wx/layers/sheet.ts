import { type Child, element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { button, openDialog } from './layer';

export interface SheetItem<T> {
  text: string;
  value: T;
  colour?: string;
  className?: string;
  /** Small grey text at the end of the row. */
  note?: string;
}

export interface SheetShape<T> {
  label: string;
  items: SheetItem<T>[];
  cancelText?: string;
}

/** A sheet from below; settles with the tapped item's value, or undefined when it is left without one. */
export function openSheet<T>(
  host: PreviewHost,
  shape: SheetShape<T>,
  ...head: Child[]
): Promise<T | undefined> {
  return new Promise(resolve => {
    const settle = (value: T | undefined) => {
      dialog.close();
      resolve(value);
    };
    const items = shape.items.map(item => {
      const node = button(item.text, item.className ?? '', () => settle(item.value));
      if (item.colour) node.style.color = item.colour;
      if (item.note) node.append(element('small', {}, item.note));
      return node;
    });
    const cancel = () => settle(undefined);
    const dialog = openDialog(
      host,
      { className: 'wx-sheet', label: shape.label, onCancel: cancel, maskCloses: true },
      ...head,
      element('div', { class: 'wx-sheet-items' }, ...items),
      button(shape.cancelText ?? '取消', 'wx-sheet-cancel', cancel),
    );
  });
}

export function sheetHead(title: string, text: string): Child[] {
  return [
    element('h2', { class: 'wx-sheet-title' }, title),
    element('div', { class: 'wx-sheet-text' }, text),
  ];
}

/** A row with a tick box, for sheets where several things are chosen. */
export function tickRow(text: string, checked = false): { row: HTMLLabelElement; input: HTMLInputElement } {
  const input = element('input', { type: 'checkbox' });
  input.checked = checked;
  return { row: element('label', { class: 'wx-sheet-row' }, input, text), input };
}

interface ActionSheetOptions {
  itemList: string[];
  itemColor?: string;
  alertText?: string;
}

const MOST_ITEMS = 6;

async function showActionSheet(host: PreviewHost, options: ActionSheetOptions) {
  const { itemList, itemColor, alertText } = options;
  if (itemList.length === 0) throw new ApiFailure('parameter error: itemList should have at least 1 item');
  if (itemList.length > MOST_ITEMS) {
    throw new ApiFailure(`parameter error: itemList should not exceed ${MOST_ITEMS} items`);
  }
  const items = itemList.map((text, value) => ({ text, value, ...(itemColor && { colour: itemColor }) }));
  const head = alertText ? [element('div', { class: 'wx-sheet-alert' }, alertText)] : [];
  const tapIndex = await openSheet(host, { label: alertText || '请选择', items }, ...head);
  if (tapIndex === undefined) throw new ApiFailure('cancel');
  return { tapIndex };
}

export function actionSheetApi(host: PreviewHost): ApiTable {
  return {
    showActionSheet: asyncApi<ActionSheetOptions>('showActionSheet', o => showActionSheet(host, o), {
      required: { itemList: 'Array' },
    }),
  };
}
