import type { ExportFormat } from '../../../../typings/contract/exports';
import type { ItemKind } from '../../../../typings/contract/items';
import { appearance } from '../../../components/appearance/appearance';
import { exports as copy } from '../../../copy/exports';
import type { Told, Touched } from '../../../platform/events';
import { canSaveToDisk } from '../../../platform/files';
import { createExport } from '../../../services/exports';
import {
  type ExportResult,
  exportKindChips,
  exportProblem,
  exportResult,
  formatRows,
  toggleKind,
} from '../../../view/export-screen';
import { type Fetched, handingOver } from '../handing-over';

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

  ...handingOver,

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

  async onGo() {
    if (this.data.busyText !== '') return;
    this.setData({ busyText: copy.making, problem: '' });
    const reply = await createExport(this.format, this.chosen);
    if (!reply.ok) {
      this.setData({ busyText: '', problem: exportProblem(reply.error, reply.now) });
      return;
    }
    const fetched = await this.fetch(reply.data.files);
    this.setData({ busyText: '' });
    if (!fetched) {
      this.setData({ problem: copy.fetchFailed });
      return;
    }
    this.setData({ done: true, result: exportResult(reply.data, reply.now) });
  },
  onAgain() {
    this.setData({ done: false });
  },
});
