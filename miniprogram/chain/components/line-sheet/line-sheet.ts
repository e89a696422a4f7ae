import { common } from '../../../copy/common';
import { paste } from '../../copy/paste';
import { blankLine, type LineForm } from '../../view/paste-screen';

/** One line of a pasted 接龙, to be put right. Tells `done {line}`, `remove` or `dismiss`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    heading: { type: String, value: '' },
    line: { type: Object, value: blankLine as LineForm },
    /** As it was written; blank for a new one. */
    raw: { type: String, value: '' },
    problem: { type: String, value: '' },
    removable: { type: Boolean, value: false },
  },
  data: { t: { ...common, ...paste }, form: blankLine },
  observers: {
    line(line: LineForm) {
      this.setData({ form: { ...line } });
    },
  },
  methods: {
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onBack();
    },
    onInput(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: keyof LineForm }>) {
      this.setData({ [`form.${event.currentTarget.dataset.key}`]: event.detail.value });
    },
    onBack() {
      this.triggerEvent('dismiss');
    },
    onRemove() {
      this.triggerEvent('remove');
    },
    onDone() {
      this.triggerEvent('done', { line: this.data.form });
    },
  },
});
