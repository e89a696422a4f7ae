import { element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { button, openDialog } from './layer';

interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalResult {
  confirm: boolean;
  cancel: boolean;
  /** What was typed; null unless `editable` and confirmed. */
  content: string | null;
}

/** Button texts longer than this are refused. */
const BUTTON_CHARACTERS = 4;

function checkButtonTexts(options: ModalOptions): void {
  for (const name of ['cancelText', 'confirmText'] as const) {
    if ([...(options[name] ?? '')].length > BUTTON_CHARACTERS) {
      throw new ApiFailure(`${name} length should not larger than ${BUTTON_CHARACTERS} Chinese characters`);
    }
  }
}

function body(options: ModalOptions, input: HTMLInputElement): HTMLElement {
  const node = element('div', { class: 'wx-modal-body' });
  if (options.title) node.append(element('h2', { class: 'wx-modal-title' }, options.title));
  if (options.editable) {
    input.value = options.content ?? '';
    node.append(input);
  } else if (options.content) {
    node.append(element('div', { class: 'wx-modal-content' }, options.content));
  }
  return node;
}

/** Shows WeChat's modal; settles when a button is pressed (Escape counts as 取消, as the back gesture does). */
export function showModal(host: PreviewHost, options: ModalOptions): Promise<ModalResult> {
  checkButtonTexts(options);
  const input = element('input', {
    type: 'text',
    placeholder: options.placeholderText ?? '',
    'aria-label': options.placeholderText || options.title || '输入内容',
  });
  return new Promise(resolve => {
    const settle = (confirm: boolean) => {
      dialog.close();
      resolve({ confirm, cancel: !confirm, content: confirm && options.editable ? input.value : null });
    };
    const cancel = button(options.cancelText || '取消', 'wx-modal-cancel', () => settle(false));
    cancel.style.color = options.cancelColor ?? 'var(--text)';
    const confirm = button(options.confirmText || '确定', 'wx-modal-confirm', () => settle(true));
    confirm.style.color = options.confirmColor ?? 'var(--link)';
    const buttons = element('div', { class: 'wx-modal-buttons' });
    buttons.append(...(options.showCancel === false ? [confirm] : [cancel, confirm]));
    const dialog = openDialog(
      host,
      {
        className: 'wx-modal',
        role: 'alertdialog',
        label: [options.title, options.content].filter(Boolean).join('，') || '提示',
        onCancel: () => settle(false),
      },
      body(options, input),
      buttons,
    );
    if (options.editable) input.focus();
  });
}

export function modalApi(host: PreviewHost): ApiTable {
  return { showModal: asyncApi<ModalOptions>('showModal', options => showModal(host, options)) };
}
