import type { Told, Touched } from '../../../platform/events';
import { join } from '../../copy/join';
import type { FieldEditor } from '../../view/field-editor';

/**
 * One field of the form, of any of the seven types. Tells `text {id, value}`, `number {id, value}` (absent: taken away),
 * `option {id, option}`, `count {id, option, count}` and `unfold {id}`; what is chosen is the page's to keep.
 */
Component({
  properties: {
    field: { type: Object, value: {} as FieldEditor },
    /** Why the answer will not do; blank when it will. */
    problem: { type: String, value: '' },
  },
  data: { t: join },
  methods: {
    onText(event: Told<{ value: string }>) {
      this.triggerEvent('text', { id: this.data.field.id, value: event.detail.value });
    },
    onNumber(event: Told<{ value: number }>) {
      this.triggerEvent('number', { id: this.data.field.id, value: event.detail.value });
    },
    onClearNumber() {
      this.triggerEvent('number', { id: this.data.field.id });
    },
    onClearDay() {
      this.triggerEvent('text', { id: this.data.field.id, value: '' });
    },
    onOption(event: Touched<{ option: string; off: boolean }>) {
      const { option, off } = event.currentTarget.dataset;
      if (!off) this.triggerEvent('option', { id: this.data.field.id, option });
    },
    onCount(event: Told<{ value: number }> & Touched<{ option: string }>) {
      const { option } = event.currentTarget.dataset;
      this.triggerEvent('count', { id: this.data.field.id, option, count: event.detail.value });
    },
    onUnfold() {
      this.triggerEvent('unfold', { id: this.data.field.id });
    },
  },
});
