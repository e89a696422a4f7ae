import type { BuiltinNode, Values } from './builtin';

/** Properties that `input` and `textarea` share. */
export const TEXT_FIELD_DEFAULTS = {
  name: '',
  value: null as unknown,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  /** In UTF-16 units, as WeChat counts; negative: no limit. */
  maxlength: 140,
  cursorSpacing: null as unknown,
  focus: false,
  autoFocus: false,
  confirmHold: false,
  cursor: -1,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
};

export type TextFieldData = Values & typeof TEXT_FIELD_DEFAULTS;

export const TEXT_FIELD_CSS = `
.wx-field{position:relative;width:100%;height:100%;min-height:inherit}
.wx-field-control{display:block;box-sizing:border-box;width:100%;height:100%;min-height:inherit;margin:0;padding:0;
  border:0;outline:0;background:none;font:inherit;color:inherit;text-align:inherit;line-height:inherit;
  letter-spacing:inherit;text-shadow:inherit;opacity:1;resize:none;appearance:none;-webkit-user-select:text;user-select:text}
.wx-field-control:disabled{pointer-events:none;-webkit-text-fill-color:currentcolor}
.wx-field-control::placeholder{color:transparent}
wx-field-placeholder{position:absolute;top:0;left:0;right:0;pointer-events:none;color:#808080;overflow:hidden;
  text-overflow:ellipsis}
`;

/** Phones have no keyboard in the preview, so nothing is ever pushed up. */
const KEYBOARD = { height: 0, duration: 0 };

const SELECTIONS = ['cursor', 'selectionStart', 'selectionEnd'];

type Control = HTMLInputElement | HTMLTextAreaElement;

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** A browser text control that speaks WeChat's events; `input` and `textarea` add what is theirs. */
export class TextField<C extends Control> {
  readonly frame = document.createElement('div');
  private readonly placeholder;
  private composing = false;
  /** Aborted when the field loses the focus. */
  private released = new AbortController();

  constructor(
    private readonly node: BuiltinNode<TextFieldData>,
    readonly control: C,
    /** What typed text may contain: `type="number"` drops letters. */
    private readonly filter: (text: string) => string = text => text,
  ) {
    this.placeholder = node.part('wx-field-placeholder');
    this.frame.className = 'wx-field';
    control.className = 'wx-field-control';
    this.frame.append(control, this.placeholder.dom);
    node.root.append(this.frame);
    this.listen();
  }

  update(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    if (changed.has('maxlength')) this.limit(data.maxlength);
    if (changed.has('value') || changed.has('maxlength')) this.write(textOf(data.value));
    if (changed.has('disabled')) this.control.disabled = data.disabled;
    if (changed.has('cursorColor')) this.control.style.caretColor = data.cursorColor;
    this.updatePlaceholder(changed);
    if (changed.has('focus') && this.control.isConnected) this.followFocus();
    if (SELECTIONS.some(name => changed.has(name)) && document.activeElement === this.control) this.select();
  }

  /** Stops what lives on the document. */
  detached(): void {
    this.released.abort();
  }

  attached(): void {
    if (this.node.data.focus || this.node.data.autoFocus) this.takeFocus();
  }

  /** Enter was pressed where it confirms. */
  confirm(): void {
    this.node.fire('confirm', { value: this.control.value });
    if (!this.node.data.confirmHold) this.control.blur();
  }

  takeFocus(): void {
    // After the running update: an element that is only just being attached cannot take the focus.
    queueMicrotask(() => this.control.focus());
  }

  formValue(): string {
    return textOf(this.node.data.value);
  }

  reset(): void {
    this.node.set({ value: '' });
  }

  private updatePlaceholder(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    if (changed.has('placeholder')) {
      this.control.placeholder = data.placeholder;
      this.placeholder.dom.textContent = data.placeholder;
    }
    if (changed.has('placeholderStyle')) this.placeholder.setStyle(data.placeholderStyle);
    if (changed.has('placeholderClass')) {
      this.placeholder.setClass(`input-placeholder ${data.placeholderClass}`);
    }
  }

  private limit(maxlength: number): void {
    if (maxlength >= 0) this.control.maxLength = maxlength;
    else this.control.removeAttribute('maxlength');
  }

  private followFocus(): void {
    if (this.node.data.focus) this.takeFocus();
    else if (document.activeElement === this.control) this.control.blur();
  }

  private write(text: string): void {
    const { maxlength } = this.node.data;
    const shown = maxlength >= 0 ? text.slice(0, maxlength) : text;
    // Writing moves the caret to the end: only when the text really differs.
    if (this.control.value !== shown && !this.composing) this.control.value = shown;
    this.placeholder.dom.hidden = this.control.value !== '';
  }

  private listen(): void {
    const { control, node } = this;
    control.addEventListener('compositionstart', () => {
      this.composing = true;
      this.placeholder.dom.hidden = true;
    });
    control.addEventListener('compositionend', () => {
      this.composing = false;
      this.onTyped();
    });
    control.addEventListener('input', event => {
      if (!this.composing) this.onTyped(keyCodeOf(event as InputEvent));
    });
    control.addEventListener('change', () => node.fire('change', { value: control.value }));
    control.addEventListener('focus', () => this.onFocus());
    control.addEventListener('blur', () => this.onBlur());
  }

  private onTyped(keyCode = 0): void {
    const { control, node } = this;
    const allowed = this.filter(control.value);
    if (allowed !== control.value) control.value = allowed;
    const cursor = control.selectionStart ?? control.value.length;
    node.set({ value: control.value });
    this.write(control.value);
    const replaced = node.fire('input', { value: control.value, cursor, keyCode });
    if (typeof replaced === 'string') node.set({ value: replaced });
    else if (isReplacement(replaced)) {
      node.set({ value: replaced.value });
      if (replaced.cursor !== undefined) control.setSelectionRange(replaced.cursor, replaced.cursor);
    }
  }

  /** With `hold-keyboard` a press elsewhere on the page leaves the field the focus. */
  private holdFocus(): void {
    this.released = new AbortController();
    const keep = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (this.node.data.holdKeyboard && !target?.closest('input,textarea')) event.preventDefault();
    };
    document.addEventListener('mousedown', keep, { capture: true, signal: this.released.signal });
  }

  private onFocus(): void {
    const { control, node } = this;
    this.holdFocus();
    this.select();
    // Kept in step, so that the page can ask for the focus again after it was lost.
    node.set({ focus: true });
    node.fire('focus', { value: control.value, height: KEYBOARD.height });
    node.fire('keyboardheightchange', KEYBOARD);
  }

  /** Puts caret or selection where the page wants them. */
  private select(): void {
    const { cursor, selectionStart, selectionEnd } = this.node.data;
    if (selectionStart >= 0 && selectionEnd >= 0) {
      this.control.setSelectionRange(selectionStart, selectionEnd);
    } else if (cursor >= 0) this.control.setSelectionRange(cursor, cursor);
  }

  private onBlur(): void {
    const { control, node } = this;
    this.released.abort();
    node.set({ focus: false });
    node.fire('blur', { value: control.value, cursor: control.selectionStart ?? control.value.length });
    node.fire('keyboardheightchange', KEYBOARD);
  }
}

/** What `bindinput` calls the key: the character's code, 8 for deleting, 0 when it is not known. */
function keyCodeOf({ inputType, data }: InputEvent): number {
  if (inputType?.startsWith('delete')) return 8;
  return data ? data.charCodeAt(data.length - 1) : 0;
}

function isReplacement(value: unknown): value is { value: string; cursor?: number } {
  return typeof value === 'object' && value !== null && 'value' in value;
}
