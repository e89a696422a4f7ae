import type { BatchView } from '../../../../typings/contract/batches';
import type { ItemChanges, ItemView, Mark } from '../../../../typings/contract/items';
import { appearance } from '../../../components/appearance/appearance';
import { common, kinds } from '../../../copy/common';
import { item as copy } from '../../../copy/items';
import type { Told } from '../../../platform/events';
import { back, open, replace } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { editItem, markOpened, showFacets } from '../../../services/items';
import { type ItemScreen, itemScreen } from '../../../view/item-screen';
import { grouped } from '../../../view/numbers';
import { openingOf } from '../../../view/opening';
import { folderPick, NO_FOLDER, nothingToPick } from '../../../view/pick';
import { refusalText } from '../../../view/refusal';
import { mergeTwins } from '../merging';
import { openInWeChat } from '../opening';
import { type ConfirmData, finishSmall, notAsking, removing } from '../removal';
import { undoing } from '../undoing';
import { freshCopy, twinsOf } from './look-up';

type Field = 'name' | 'label' | 'note';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'empty',
    item: { facts: [], tags: [], marks: [] } as unknown as ItemScreen,
    /** How many others have the same name, in words; blank when none. */
    twinsText: '',
    coverBroken: false,
    pick: nothingToPick,
    pickOpen: false,
    undoText: '',
    ...(notAsking as ConfirmData),
  },

  ...removing,
  ...undoing,

  item: undefined as ItemView | undefined,
  twins: [] as ItemView[],
  /** As typed and not yet sent. */
  typed: { name: '', label: '', note: '' } as Record<Field, string>,

  onLoad() {
    this.opener()?.on('given', (item: ItemView) => {
      this.take(item, Date.now());
      void this.findTwins();
    });
  },
  /** What was typed is kept when the person simply goes back. */
  onUnload() {
    void this.saveText();
  },

  /** Lets the list behind know. */
  tell(what: 'changed' | 'removed' | 'merged', value: unknown) {
    this.opener()?.emit(what, value);
  },
  /** Absent when the page was not opened by another one. */
  opener(): WechatMiniprogram.EventChannel | undefined {
    const channel = this.getOpenerEventChannel?.();
    return channel?.emit === undefined ? undefined : channel;
  },

  take(item: ItemView, now: number) {
    this.item = item;
    const { name, label = '', note = '' } = item;
    this.typed = { name, label, note };
    this.paint(item, now);
  },
  /** What is typed and not sent yet stays on the screen. */
  paint(item: ItemView, now: number) {
    this.setData({ state: 'ready', item: itemScreen({ ...item, ...this.typed }, openingOf(item), now) });
  },
  /** Nothing waits for this. */
  async findTwins() {
    const { item } = this;
    this.twins = item === undefined ? [] : await twinsOf(item);
    const others = this.twins.length - 1;
    this.setData({ twinsText: others > 0 ? copy.twins(grouped(others)) : '' });
  },

  /** Sends a change and what was typed; the screen and the list behind it then show what the server made of it. */
  async change(changes: ItemChanges): Promise<boolean> {
    const { item } = this;
    if (item === undefined) return false;
    const reply = await editItem(item, { ...this.textChanges(item), ...changes });
    if (reply.ok) {
      this.take(reply.data.item, reply.now);
      this.tell('changed', reply.data.item);
      return true;
    }
    toast(refusalText(reply.error, reply.now));
    if (reply.error.code === 'CONFLICT') this.item = (await freshCopy(item)) ?? item;
    this.paint(this.item ?? item, reply.now);
    return false;
  },
  /** A name is never blank: the old one stays. */
  textChanges(item: ItemView): ItemChanges {
    const [name, label, note] = [this.typed.name.trim(), this.typed.label.trim(), this.typed.note.trim()];
    return {
      ...(name === '' || name === item.name ? {} : { name }),
      ...(label === (item.label ?? '') ? {} : { label: label === '' ? null : label }),
      ...(note === (item.note ?? '') ? {} : { note: note === '' ? null : note }),
    };
  },

  onSwitch(event: Told<{ value: boolean }>) {
    const { field } = event.currentTarget.dataset as { field: 'starred' | 'protected' | 'dead' };
    const { value } = event.detail;
    this.setData({ [`item.${field}`]: value });
    void this.change({ [field]: value });
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
  onText(event: Told<{ value: string }>) {
    const { field } = event.currentTarget.dataset as { field: Field };
    this.typed[field] = event.detail.value;
  },
  async saveText(): Promise<boolean> {
    const { item } = this;
    if (item === undefined) return false;
    return Object.keys(this.textChanges(item)).length === 0 || this.change({});
  },
  async onSave() {
    if (await this.saveText()) toast(common.saved);
  },

  /** The folders there are; without them a new one can still be written. */
  async onFolder() {
    const { item } = this;
    if (item === undefined) return;
    const reply = await showFacets(item.kind, {});
    const folders = reply.ok ? reply.data.folders.map(({ folder }) => folder) : [];
    this.setData({ pick: folderPick(folders, kinds[item.kind].folder, item.folder), pickOpen: true });
  },
  onPick(event: Told<{ id: string }>) {
    const { id } = event.detail;
    this.setData({ pickOpen: false });
    void this.change({ folder: id === NO_FOLDER ? null : id });
  },
  onPickDismiss() {
    this.setData({ pickOpen: false });
  },
  onCoverError() {
    this.setData({ coverBroken: true });
  },

  async onMerge() {
    const kept = await mergeTwins(this, this.twins);
    if (kept === undefined) return;
    this.take(kept, Date.now());
    this.onUndone();
  },
  /** The rows of the list behind are others now. */
  onUndone() {
    this.tell('merged', undefined);
    void this.findTwins();
  },
  onContent() {
    open('contents/content/content', { url: this.item?.url });
  },

  async onOpen() {
    const { item } = this;
    if (item === undefined) return;
    const how = await openInWeChat(item);
    if (how === 'copied') toast(common.copied);
    const reply = await markOpened(item);
    if (!reply.ok) return;
    this.take(reply.data.item, reply.now);
    this.tell('changed', reply.data.item);
  },

  onRemove() {
    const { item } = this;
    if (item !== undefined) void this.askRemoval(item.kind, { ids: [item.id] });
  },
  async onRemoved(batch: BatchView) {
    const { removed } = await finishSmall(batch);
    // It waits for tomorrow's quota: the screen of the batch says so.
    if (removed === 0) return replace('batches/progress/progress', { id: batch.batchId });
    this.tell('removed', { item: this.item, batchId: batch.batchId });
    this.item = undefined;
    back();
  },
  onBack() {
    back();
  },
});
