import type { ItemChanges, ItemView, Mark } from '../../../../typings/contract/items';
import { appearance, currentLook } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { item as copy } from '../../../copy/items';
import type { Told } from '../../../platform/events';
import { back } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { editItem, markOpened } from '../../../services/items';
import { type ItemScreen, itemScreen } from '../../../view/item-screen';
import { openingOf } from '../../../view/opening';
import { refusalText } from '../../../view/refusal';
import { openInWeChat } from '../opening';
import { askRemoval, type ConfirmData, commitRemoval, finishSmall, notAsking } from '../removal';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'empty',
    item: { facts: [], tags: [], marks: [] } as unknown as ItemScreen,
    ...(notAsking as ConfirmData),
  },

  item: undefined as ItemView | undefined,
  batchId: '',
  label: '',
  note: '',

  onLoad() {
    this.opener()?.on('given', (item: ItemView) => this.take(item));
  },
  /** What was typed is kept when the person simply goes back. */
  onUnload() {
    void this.saveText();
  },

  /** Lets the list behind know. */
  tell(what: 'changed' | 'removed', value: unknown) {
    this.opener()?.emit(what, value);
  },
  /** Absent when the page was not opened by another one. */
  opener(): WechatMiniprogram.EventChannel | undefined {
    const channel = this.getOpenerEventChannel?.();
    return channel?.emit === undefined ? undefined : channel;
  },

  take(item: ItemView) {
    this.item = item;
    this.label = item.label ?? '';
    this.note = item.note ?? '';
    this.setData({ state: 'ready', item: itemScreen(item, openingOf(item), Date.now()) });
  },

  /** Sends a change; the screen and the list behind it then show what the server made of it. */
  async change(changes: ItemChanges) {
    const { item } = this;
    if (item === undefined) return;
    const reply = await editItem(item.id, item.rev, changes);
    if (reply.ok) {
      this.take(reply.data.item);
      this.tell('changed', reply.data.item);
    } else {
      this.take(item);
      toast(refusalText(reply.error, reply.now));
    }
  },

  onStar(event: Told<{ value: boolean }>) {
    void this.change({ starred: event.detail.value });
  },
  onProtect(event: Told<{ value: boolean }>) {
    void this.change({ protected: event.detail.value });
  },
  onTags(event: Told<{ tags: string[] }>) {
    this.setData({ 'item.tags': event.detail.tags });
    void this.change({ tags: event.detail.tags });
  },
  onMark(event: Told<{ id: Mark }>) {
    const { id } = event.detail;
    const marks = this.item?.marks ?? [];
    void this.change({ marks: marks.includes(id) ? marks.filter(mark => mark !== id) : [...marks, id] });
  },
  onLabel(event: Told<{ value: string }>) {
    this.label = event.detail.value;
  },
  onNote(event: Told<{ value: string }>) {
    this.note = event.detail.value;
  },
  async saveText() {
    const { item } = this;
    if (item === undefined) return;
    const [label, note] = [this.label.trim(), this.note.trim()];
    if (label === (item.label ?? '') && note === (item.note ?? '')) return;
    await this.change({ label: label === '' ? null : label, note: note === '' ? null : note });
  },
  async onSave() {
    await this.saveText();
    toast(common.saved);
  },

  async onOpen() {
    const { item } = this;
    if (item === undefined) return;
    const how = await openInWeChat(item);
    if (how === 'copied') toast(common.copied);
    const reply = await markOpened(item.id);
    if (!reply.ok) return;
    this.take(reply.data.item);
    this.tell('changed', reply.data.item);
  },

  async onRemove() {
    const { item } = this;
    if (item === undefined || this.data.preparing) return;
    const asked = await askRemoval(this, item.kind, { ids: [item.id] }, currentLook().big);
    if (asked !== undefined) this.batchId = asked;
  },
  onDismiss() {
    this.setData({ asking: false });
  },
  async onConfirm() {
    const batch = await commitRemoval(this, this.batchId);
    if (batch === 'expired') return this.onRemove();
    if (batch === undefined) return;
    await finishSmall(batch);
    this.tell('removed', { item: this.item, batchId: batch.batchId });
    this.item = undefined;
    back();
  },
  onBack() {
    back();
  },
});
