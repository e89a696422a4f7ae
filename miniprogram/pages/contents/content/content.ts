import { appearance } from '../../../components/appearance/appearance';
import { contents as copy } from '../../../copy/contents';
import type { Told } from '../../../platform/events';
import { received } from '../../../platform/navigation';
import { showContent } from '../../../services/contents';
import { addressIn, type ContentScreen, contentScreen } from '../../../view/content-screen';
import { refusalText } from '../../../view/refusal';

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    url: '',
    problem: '',
    busy: false,
    found: false,
    view: { url: '', facts: [], told: '' } as ContentScreen,
  },

  onLoad(query: Record<string, string | undefined>) {
    const { url } = received(query);
    if (url === undefined) return;
    this.setData({ url });
    void this.onLook();
  },
  onUrl(event: Told<{ value: string }>) {
    this.setData({ url: event.detail.value, problem: '' });
  },
  async onLook() {
    const url = addressIn(this.data.url);
    if (this.data.busy) return;
    if (url === '') {
      this.setData({ problem: copy.missing });
      return;
    }
    this.setData({ busy: true, problem: '', found: false });
    const reply = await showContent(url);
    this.setData({
      busy: false,
      ...(reply.ok
        ? { found: true, view: contentScreen(reply.data) }
        : { problem: refusalText(reply.error, reply.now) }),
    });
  },
});
