import type { ChainField, FieldType, NameVisibility } from '../../../../typings/contract/fields';
import type { Told, Touched } from '../../../platform/events';
import { openWith } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { actionsPick } from '../../../view/pick';
import { editor as copy, fieldTypes } from '../../copy/editor';
import { choosePictures } from '../../platform/album';
import { MAX_PICTURES, uploadPicture } from '../../services/organizing';
import type { ChainForm, RecurrenceForm } from '../../view/chain-form';
import { type FieldForm, fieldForm, newField, nextId } from '../../view/field-form';
import type { EditorPage } from './editor-page';

type Keyed<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, object, { key: keyof ChainForm }>;

interface SettingPage extends EditorPage {
  /** Fields that were answered already, by id. */
  answered: readonly string[];
  openField(form: FieldForm): void;
}

/** Puts a question in its place, or at the end. */
const withField = (fields: readonly ChainField[], field: ChainField): ChainField[] =>
  fields.some(({ id }) => id === field.id)
    ? fields.map(other => (other.id === field.id ? field : other))
    : [...fields, field];

/** The inputs of a chain. */
export const setting = {
  answered: [] as readonly string[],

  onInput(this: SettingPage, event: Keyed<{ value: string | boolean }>): void {
    this.put({ [event.currentTarget.dataset.key]: event.detail.value });
  },
  onWhen(this: SettingPage, event: Keyed<{ at: number | null }>): void {
    this.put({ [event.currentTarget.dataset.key]: event.detail.at });
  },
  onNames(this: SettingPage, event: Told<{ id: NameVisibility }>): void {
    this.put({ names: event.detail.id });
  },
  onRecurrence(this: SettingPage, event: Told<{ recurrence: RecurrenceForm | null }>): void {
    this.put({ recurrence: event.detail.recurrence });
  },

  onAddField(this: SettingPage): void {
    this.setData({ pick: actionsPick(copy.addWhich, fieldTypes), pickOpen: true });
  },
  addField(this: SettingPage, type: FieldType): void {
    this.setData({ pickOpen: false });
    this.openField(newField(type, nextId('f', this.filled.fields)));
  },
  onField(this: SettingPage, event: Touched<{ id: string }>): void {
    const field = this.filled.fields.find(({ id }) => id === event.currentTarget.dataset.id);
    if (field !== undefined) this.openField(fieldForm(field));
  },
  openField(this: SettingPage, form: FieldForm): void {
    const given = { form, locked: this.answered.includes(form.id) };
    openWith('/chain/pages/field/field', given, {
      done: ({ field }: { field: ChainField }) => this.put({ fields: withField(this.filled.fields, field) }),
      removed: ({ id }: { id: string }) =>
        this.put({ fields: this.filled.fields.filter(field => field.id !== id) }),
    });
  },
  onFieldUp(this: SettingPage, event: Touched<{ id: string }>): void {
    const fields = [...this.filled.fields];
    const at = fields.findIndex(({ id }) => id === event.currentTarget.dataset.id);
    if (at > 0) this.put({ fields: [...fields.splice(at, 1, ...fields.splice(at - 1, 1)), ...fields] });
  },

  async onAddPicture(this: SettingPage): Promise<void> {
    const { pictures } = this.filled;
    if (this.data.busyText !== '') return;
    const chosen = await choosePictures(MAX_PICTURES - pictures.length);
    if (chosen === 'refused') toast(copy.picturesRefused);
    if (chosen === 'refused' || chosen === undefined) return;
    this.setData({ busyText: copy.uploading });
    for (const url of chosen) {
      const fileId = await uploadPicture(url);
      if (fileId === undefined) toast(copy.pictureFailed);
      else this.put({ pictures: [...this.filled.pictures, { fileId, url }] });
    }
    this.setData({ busyText: '' });
  },
  onRemovePicture(this: SettingPage, event: Touched<{ id: string }>): void {
    const { id } = event.currentTarget.dataset;
    this.put({ pictures: this.filled.pictures.filter(({ fileId }) => fileId !== id) });
  },
  onSeePicture(this: SettingPage, event: Touched<{ url: string }>): void {
    const urls = this.filled.pictures.map(({ url }) => url);
    wx.previewImage({ urls, current: event.currentTarget.dataset.url });
  },
};
