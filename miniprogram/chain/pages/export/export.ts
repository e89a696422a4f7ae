import type { SheetFormat } from '../../../../typings/contract/sheets';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Touched } from '../../../platform/events';
import { canSaveToDisk, saveToDisk, sendFile } from '../../../platform/files';
import { copyText } from '../../../platform/materials';
import { open, received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { download } from '../../../services/cloud';
import { failureView, refusalText } from '../../../view/refusal';
import { exporting as copy } from '../../copy/export';
import { showChain } from '../../services/chains';
import { exportSheet } from '../../services/organizing';
import { type FormatRow, type SheetResult, sheetResult, sheetRows } from '../../view/sheet-screen';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    formats: [] as FormatRow[],
    isVolunteer: false,
    canSave: false,
    busyText: '',
    problem: '',
    done: false,
    result: { title: '', notes: [], text: '', fileName: '', canOpen: false } as SheetResult,
  },

  chainId: '',
  role: 'visitor' as Parameters<typeof sheetRows>[1],
  format: 'text' as SheetFormat,
  /** Of the file, on the phone: sending it has to follow a tap without a wait in between. */
  path: '',

  onLoad(query: Record<string, string | undefined>) {
    this.chainId = received(query)['id'] ?? '';
    this.setData({ canSave: canSaveToDisk() });
    void this.load();
  },
  async load() {
    const reply = await showChain(this.chainId);
    if (!reply.ok) {
      this.setData(failureView(reply.error, reply.now, await isOnline()));
      return;
    }
    this.chainId = reply.data.chain.chainId;
    this.role = reply.data.chain.myRole;
    this.setData({
      state: 'ready',
      formats: sheetRows(this.format, this.role),
      isVolunteer: this.role === 'volunteer',
    });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onFormat(event: Touched<{ id: SheetFormat }>) {
    this.format = event.currentTarget.dataset.id;
    this.setData({ formats: sheetRows(this.format, this.role), problem: '' });
  },
  onPoster() {
    open('/chain/pages/poster/poster', { id: this.chainId });
  },

  async onGo() {
    if (this.data.busyText !== '') return;
    this.setData({ busyText: copy.making, problem: '' });
    const reply = await exportSheet(this.chainId, this.format);
    if (!reply.ok) {
      this.setData({ busyText: '', problem: refusalText(reply.error, reply.now) });
      return;
    }
    const { file } = reply.data;
    if (file !== undefined) {
      this.setData({ busyText: copy.fetching });
      this.path = (await download(file.url)) ?? '';
    }
    this.setData({ busyText: '' });
    if (file !== undefined && this.path === '') this.setData({ problem: copy.fetchFailed });
    else this.setData({ done: true, result: sheetResult(reply.data) });
  },
  /** WeChat itself says that it is copied. */
  onCopy() {
    void copyText(this.data.result.text);
  },
  onOpen() {
    wx.openDocument({ filePath: this.path, showMenu: true, fail: () => toast(copy.openFailed) });
  },
  async onSend() {
    if ((await sendFile(this.path, this.data.result.fileName)) === 'failed') toast(copy.sendFailed);
  },
  async onSave() {
    const handed = await saveToDisk(this.path, this.data.result.fileName);
    if (handed !== 'cancel') toast(handed === 'done' ? copy.saved : copy.saveFailed);
  },
  onAgain() {
    this.setData({ done: false });
  },
});
