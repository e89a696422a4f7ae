import type { ChainField } from '../../../../typings/contract/fields';
import { appearance } from '../../../components/appearance/appearance';
import type { Told, Touched } from '../../../platform/events';
import { back } from '../../../platform/navigation';
import { fieldTypes } from '../../copy/editor';
import { field as copy } from '../../copy/field';
import { openerOf } from '../../platform/opener';
import {
  addOption,
  blankField,
  type FieldForm,
  fieldOf,
  hasOptions,
  MAX_OPTIONS,
  optionsFrom,
  rangesOf,
} from '../../view/field-form';

type Key = 'label' | 'hint' | 'min' | 'max';
type Flag = 'required' | 'personal' | 'counted' | 'detailed';

/** What the page that opens this one hands over. */
export interface GivenField {
  form: FieldForm;
  /** It was answered already: neither it nor its options can be taken away. */
  locked: boolean;
}

/** One question of a chain. Sends `done {field}` or `removed` to the page it came from. */
Page({
  behaviors: [appearance],
  data: {
    t: copy,
    form: blankField,
    typeName: '',
    isChoice: false,
    minName: '',
    maxName: '',
    locked: false,
    canAdd: true,
    many: '',
    manyOpen: false,
    problem: '',
  },

  onLoad() {
    openerOf(this)?.once('given', ({ form, locked }: GivenField) => {
      this.setData({ locked, typeName: fieldTypes[form.type], isChoice: hasOptions(form.type) });
      this.show(form);
    });
  },
  show(form: FieldForm) {
    const { min, max } = rangesOf(form);
    this.setData({
      form,
      minName: min === undefined ? '' : (copy.min[form.type] ?? ''),
      maxName: max === undefined ? '' : form.counted ? copy.maxCounted : (copy.max[form.type] ?? ''),
      canAdd: form.options.length < MAX_OPTIONS,
      problem: '',
    });
  },

  onText(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: Key }>) {
    this.setData({ [`form.${event.currentTarget.dataset.key}`]: event.detail.value, problem: '' });
  },
  onFlag(event: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { key: Flag }>) {
    this.show({ ...this.data.form, [event.currentTarget.dataset.key]: event.detail.value });
  },
  /** `key`: label, capacity or price of the option at `at`. */
  onOption(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { at: number; key: string }>) {
    const { at, key } = event.currentTarget.dataset;
    this.setData({ [`form.options[${at}].${key}`]: event.detail.value, problem: '' });
  },
  onAddOption() {
    if (this.data.canAdd) this.show({ ...this.data.form, options: addOption(this.data.form.options) });
  },
  onRemoveOption(event: Touched<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    const options = this.data.form.options.filter(option => option.id !== id);
    this.show({ ...this.data.form, options });
  },
  onManyOpen() {
    this.setData({ manyOpen: !this.data.manyOpen });
  },
  onMany(event: Told<{ value: string }>) {
    this.setData({ many: event.detail.value });
  },
  onManyUse() {
    const options = optionsFrom(this.data.many, this.data.form.options);
    this.setData({ many: '', manyOpen: false });
    this.show({ ...this.data.form, options });
  },

  onDone() {
    const made = fieldOf(this.data.form);
    if ('problem' in made) this.setData({ problem: made.problem });
    else this.leave('done', made);
  },
  onRemove() {
    this.leave('removed', { id: this.data.form.id });
  },
  leave(name: 'done' | 'removed', value: { field: ChainField } | { id: string }) {
    openerOf(this)?.emit(name, value);
    back();
  },
});
