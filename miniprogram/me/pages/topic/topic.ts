import { appearance } from '../../../components/appearance/appearance';
import { open, received, replace } from '../../../platform/navigation';
import { help as copy } from '../../copy/help';
import { noTopic, topicView } from '../../view/help-screen';

/** One task, step by step. Needs no cloud. */
Page({
  behaviors: [appearance],
  data: { t: copy, state: 'ready', topic: noTopic },

  onLoad(query: Record<string, string | undefined>) {
    const topic = topicView(received(query)['id'] ?? '');
    this.setData(topic === undefined ? { state: 'empty' } : { topic });
  },
  onTry() {
    const { page } = this.data.topic;
    // A tab cannot be opened on top of another page.
    if (page === 'chains/mine/mine') wx.switchTab({ url: `/pages/${page}` });
    else open(page, { kind: 'follow' });
  },
  onOthers() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else replace('/me/pages/help/help');
  },
});
