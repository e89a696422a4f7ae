import type { ExportFile, ExportFormat } from '../../../../typings/contract/exports';
import type { ItemKind } from '../../../../typings/contract/items';
import { appearance } from '../../../components/appearance/appearance';
import { exports as copy } from '../../../copy/exports';
import type { Told, Touched } from '../../../platform/events';
import { canSaveToDisk, readText, saveToDisk, sendFile } from '../../../platform/files';
import { copyText } from '../../../platform/materials';
import { toast } from '../../../platform/toast';
import { download } from '../../../services/cloud';
import { createExport } from '../../../services/exports';
import {
  type ExportResult,
  exportKindChips,
  exportProblem,
  exportResult,
  formatRows,
  toggleKind,
} from '../../../view/export-screen';

interface Fetched extends ExportFile {
  /** On the phone. */
  path: string;
}

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    kinds: exportKindChips([]),
    formats: formatRows('liyili-json'),
    busyText: '',
    problem: '',
    canSave: false,
    done: false,
    result: { title: '', notes: [], expires: '', files: [] } as ExportResult,
  },

  chosen: [] as ItemKind[],
  format: 'liyili-json' as ExportFormat,
  files: [] as Fetched[],

  onLoad() {
    this.setData({ canSave: canSaveToDisk() });
  },
  onKind(event: Told<{ id: ItemKind | 'all' }>) {
    this.chosen = toggleKind(this.chosen, event.detail.id);
    this.setData({ kinds: exportKindChips(this.chosen) });
  },
  onFormat(event: Touched<{ id: ExportFormat }>) {
    this.format = event.currentTarget.dataset.id;
    this.setData({ formats: formatRows(this.format) });
  },

  /** The files are fetched at once: sending one has to follow a tap without a wait in between. */
  async onGo() {
    if (this.data.busyText !== '') return;
    this.setData({ busyText: copy.making, problem: '' });
    const reply = await createExport(this.format, this.chosen);
    if (!reply.ok) {
      this.setData({ busyText: '', problem: exportProblem(reply.error, reply.now) });
      return;
    }
    const files = await this.fetch(reply.data.files);
    this.setData({ busyText: '' });
    if (files === undefined) {
      this.setData({ problem: copy.fetchFailed });
      return;
    }
    this.files = files;
    this.setData({ done: true, result: exportResult(reply.data, reply.now) });
  },
  async fetch(files: ExportFile[]): Promise<Fetched[] | undefined> {
    const fetched: Fetched[] = [];
    for (const file of files) {
      this.setData({ busyText: copy.fetching(fetched.length + 1, files.length) });
      const path = file.url && (await download(file.url));
      if (!path) return undefined;
      fetched.push({ ...file, path });
    }
    return fetched;
  },
  fileOf(event: Touched<{ id: string }>): Fetched | undefined {
    return this.files.find(({ fileId }) => fileId === event.currentTarget.dataset.id);
  },

  async onSend(event: Touched<{ id: string }>) {
    const file = this.fileOf(event);
    if (file !== undefined && (await sendFile(file.path, file.name)) === 'failed') toast(copy.sendFailed);
  },
  async onSave(event: Touched<{ id: string }>) {
    const file = this.fileOf(event);
    if (file === undefined) return;
    const handed = await saveToDisk(file.path, file.name);
    if (handed !== 'cancel') toast(handed === 'done' ? copy.saved : copy.saveFailed);
  },
  /** WeChat itself says that it is copied; why not is said by `copyText`. */
  async onCopy(event: Touched<{ id: string }>) {
    const file = this.fileOf(event);
    const text = file && (await readText(file.path));
    if (text === undefined) toast(copy.copyFailed);
    else void copyText(text);
  },
  onAgain() {
    this.setData({ done: false });
  },
});
