import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import type { Chip } from '../../../view/item-query';
import { nothingToAsk, readyChips, type TextAsk } from '../../view/text-ask';

/** Asks for a text: a reason, a note, an announcement, an amount. Tells `use {text}` or `dismiss`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    view: { type: Object, value: nothingToAsk as TextAsk },
    busy: { type: Boolean, value: false },
    /** What was wrong with the answer. */
    problem: { type: String, value: '' },
  },
  data: { t: common, text: '', chips: [] as Chip[] },
  observers: {
    view(view: TextAsk) {
      this.show(view.text);
    },
  },
  methods: {
    show(text: string) {
      this.setData({ text, chips: readyChips(this.data.view.ready, text) });
    },
    onVisibleChange(event: Told<{ visible: boolean }>) {
      if (!event.detail.visible) this.onBack();
    },
    onBack() {
      this.triggerEvent('dismiss');
    },
    onText(event: Told<{ value: string }>) {
      this.show(event.detail.value);
    },
    onReady(event: Told<{ id: string }>) {
      this.show(this.data.view.ready[Number(event.detail.id)] ?? '');
    },
    onUse() {
      const text = this.data.text.trim();
      if ((text !== '' || this.data.view.optional) && !this.data.busy) this.triggerEvent('use', { text });
    },
  },
});
