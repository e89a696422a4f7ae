import type { ExportFile } from '../../../typings/contract/exports';
import { exports as copy } from '../../copy/exports';
import type { Touched } from '../../platform/events';
import { readText, saveToDisk, sendFile } from '../../platform/files';
import { copyText } from '../../platform/materials';
import { toast } from '../../platform/toast';
import { download } from '../../services/cloud';

type CloudFile = Omit<ExportFile, 'items'>;

export interface Fetched extends CloudFile {
  /** On the phone. */
  path: string;
}

interface HandingPage {
  files: Fetched[];
  fileOf(event: FileTap): Fetched | undefined;
  setData(data: { busyText: string }): void;
}
type FileTap = Touched<{ id: string }>;

/** Files the cloud has made are fetched at once: sending one has to follow a tap without a wait in between. */
export const handingOver = {
  /** True when all are on the phone. */
  async fetch(this: HandingPage, files: readonly CloudFile[]): Promise<boolean> {
    const fetched: Fetched[] = [];
    for (const file of files) {
      this.setData({ busyText: copy.fetching(fetched.length + 1, files.length) });
      const path = file.url && (await download(file.url));
      if (!path) return false;
      fetched.push({ ...file, path });
    }
    this.files = fetched;
    return true;
  },
  fileOf(this: HandingPage, event: FileTap): Fetched | undefined {
    return this.files.find(({ fileId }) => fileId === event.currentTarget.dataset.id);
  },

  async onSend(this: HandingPage, event: FileTap) {
    const file = this.fileOf(event);
    if (file !== undefined && (await sendFile(file.path, file.name)) === 'failed') toast(copy.sendFailed);
  },
  async onSave(this: HandingPage, event: FileTap) {
    const file = this.fileOf(event);
    if (file === undefined) return;
    const handed = await saveToDisk(file.path, file.name);
    if (handed !== 'cancel') toast(handed === 'done' ? copy.saved : copy.saveFailed);
  },
  /** WeChat itself says that it is copied; why not is said by `copyText`. */
  async onCopy(this: HandingPage, event: FileTap) {
    const file = this.fileOf(event);
    const text = file && (await readText(file.path));
    if (text === undefined) toast(copy.copyFailed);
    else void copyText(text);
  },
};
