import { appearance } from '../../../components/appearance/appearance';
import { exports as exportCopy } from '../../../copy/exports';
import { accountGone } from '../../../copy/people';
import { type Fetched, handingOver } from '../../../pages/exports/handing-over';
import type { Told, Touched } from '../../../platform/events';
import { canSaveToDisk } from '../../../platform/files';
import { copyText } from '../../../platform/materials';
import { open } from '../../../platform/navigation';
import { isAccountGone } from '../../../view/account';
import { exportProblem } from '../../../view/export-screen';
import { data as copy } from '../../copy/data';
import { exportEverything } from '../../services/account';
import { backupView, noBackup, waysOn } from '../../view/data-screen';

/** All there is of the person, out and in again. */
Page({
  behaviors: [appearance],
  data: {
    t: { ...exportCopy, ...copy },
    waysOn,
    canSave: false,
    busyText: '',
    problem: '',
    backup: noBackup,
  },

  ...handingOver,

  files: [] as Fetched[],

  onLoad() {
    this.setData({ canSave: canSaveToDisk() });
  },

  async onGo() {
    if (this.data.busyText !== '') return;
    this.setData({ busyText: copy.making, problem: '', backup: noBackup });
    const reply = await exportEverything();
    if (!reply.ok) {
      const { error, now } = reply;
      const problem = isAccountGone(error) ? accountGone.goneHint : exportProblem(error, now);
      return this.setData({ busyText: '', problem });
    }
    const { files, expiresAt } = reply.data;
    const fetched = await this.fetch(files);
    this.setData({ busyText: '' });
    if (!fetched) return this.setData({ problem: exportCopy.fetchFailed });
    this.setData({ backup: backupView(files, expiresAt, reply.now) });
  },
  /** For a browser on another machine; whoever has it can read the file until it expires. */
  onCopyAddress(event: Touched<{ id: string }>) {
    const url = this.fileOf(event)?.url;
    if (url !== undefined) void copyText(url);
  },

  onWay(event: Told<{ id: string }>) {
    const { id } = event.detail;
    if (id === 'import') open('imports/import/import', { kind: 'follow' });
    else if (id === 'export') open('exports/export/export');
    else wx.switchTab({ url: '/pages/chains/mine/mine' });
  },
});
