import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { download } from '../../../services/cloud';
import { failureView } from '../../../view/refusal';
import { poster as copy } from '../../copy/poster';
import { saveToAlbum } from '../../platform/album';
import { paintPoster, textMeasure } from '../../platform/painting';
import { showChain } from '../../services/chains';
import { showCode } from '../../services/organizing';
import { type PosterContent, posterLayout } from '../../view/poster-layout';
import { posterContent, posterLabel } from '../../view/poster-screen';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    path: '',
    label: '',
    saving: false,
    problem: '',
    /** The way to the album is closed in WeChat's settings. */
    denied: false,
  },

  chainId: '',

  onLoad(query: Record<string, string | undefined>) {
    this.chainId = received(query)['id'] ?? '';
    void this.load();
  },
  async load() {
    const [shown, code] = await Promise.all([showChain(this.chainId), showCode(this.chainId)]);
    if (!shown.ok) this.setData(failureView(shown.error, shown.now, await isOnline()));
    else if (!code.ok) this.setData(failureView(code.error, code.now, await isOnline()));
    else await this.paint(posterContent(shown.data.chain), code.data.url);
  },
  async paint(content: PosterContent, codeUrl: string) {
    const codePath = await download(codeUrl);
    const path = codePath && (await paintPoster(posterLayout(content, textMeasure()), codePath));
    if (path) this.setData({ state: 'ready', path, label: posterLabel(content) });
    else this.setData({ state: 'failed', failure: codePath ? copy.failed : copy.codeFailed });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },

  onSee() {
    wx.previewImage({ urls: [this.data.path] });
  },
  async onSave() {
    if (this.data.saving) return;
    this.setData({ saving: true, problem: '', denied: false });
    const saved = await saveToAlbum(this.data.path);
    this.setData({ saving: false });
    if (saved === 'done') toast(copy.saved);
    else if (saved !== 'cancel') {
      const texts = { refused: copy.refused, denied: copy.denied, failed: copy.saveFailed };
      this.setData({ problem: texts[saved], denied: saved === 'denied' });
    }
  },
  onSettings() {
    wx.openSetting({ complete: () => this.setData({ problem: '', denied: false }) });
  },
});
