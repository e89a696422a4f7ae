import { defineBuiltin } from './builtin';
import { TEXT_FIELD_DEFAULTS, TextField } from './text-field';

const DEFAULTS = {
  ...TEXT_FIELD_DEFAULTS,
  autoHeight: false,
  fixed: false,
  showConfirmBar: true,
  disableDefaultPadding: false,
  confirmType: 'return',
};

/** Width (px) of the phone in rpx. */
const RPX_WIDTH = 750;
/** `line-height: normal`, about, in font sizes. */
const NORMAL_LINE = 1.2;

export const textarea = defineBuiltin({
  tag: 'textarea',
  defaults: DEFAULTS,
  css: `
wx-textarea{display:block;width:300px;height:150px;position:relative;cursor:auto}
wx-textarea[auto-height]{height:auto}
wx-textarea[auto-height] .wx-field-control{min-height:inherit}
wx-textarea wx-field-placeholder{white-space:pre-wrap;overflow-wrap:break-word}
wx-textarea .wx-field-control{white-space:pre-wrap;overflow-wrap:break-word}
`,
  create(node) {
    const control = document.createElement('textarea');
    const field = new TextField(node, control);
    let lines = 0;

    /** Reports a changed number of lines; gives the height they need. */
    const countLines = (scrollHeight: number): number => {
      const style = getComputedStyle(control);
      const fixed = Number.parseFloat(style.lineHeight);
      const lineHeight = fixed || Number.parseFloat(style.fontSize) * NORMAL_LINE;
      const lineCount = Math.max(1, Math.round(scrollHeight / lineHeight));
      // Glyphs of some fonts stand out of a low line: that is no room the text needs.
      const height = fixed ? lineCount * fixed : scrollHeight;
      if (lineCount === lines) return height;
      lines = lineCount;
      const heightRpx = (height * RPX_WIDTH) / node.host.settings.width;
      node.fire('linechange', { height, heightRpx, lineCount, lineHeight });
      return height;
    };
    const measure = () => {
      control.rows = 1;
      if (node.data.autoHeight) control.style.height = 'auto';
      const { scrollHeight } = control;
      if (scrollHeight === 0) return;
      const height = countLines(scrollHeight);
      if (node.data.autoHeight) control.style.height = `${height}px`;
    };
    // Also when it first gets a width: text entered while hidden has no lines yet.
    const watcher = new ResizeObserver(entries => {
      if (entries[0] && entries[0].contentRect.width > 0) measure();
    });

    control.addEventListener('input', measure);
    control.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || node.data.confirmType === 'return') return;
      event.preventDefault();
      field.confirm();
    });
    return {
      semantics: control,
      update(changed) {
        node.root.toggleAttribute('auto-height', node.data.autoHeight);
        if (changed.has('autoHeight')) control.style.overflowY = node.data.autoHeight ? 'hidden' : 'auto';
        field.update(changed);
        if (changed.has('value') || changed.has('autoHeight')) measure();
      },
      attached() {
        watcher.observe(node.root);
        field.attached();
      },
      detached() {
        watcher.disconnect();
        field.detached();
      },
      activate: () => field.takeFocus(),
      formValue: () => field.formValue(),
      reset: () => field.reset(),
    };
  },
});
