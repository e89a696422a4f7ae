import { appearance } from '../../../components/appearance/appearance';
import type { Told, Touched } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { help as copy, questions } from '../../copy/help';
import { topicRows } from '../../view/help-screen';

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    rows: topicRows,
    questions,
    /** Which question is open; -1 when none. */
    opened: -1,
  },
  onTopic(event: Told<{ id: string }>) {
    open('/me/pages/topic/topic', { id: event.detail.id });
  },
  onQuestion(event: Touched<{ at: number }>) {
    const { at } = event.currentTarget.dataset;
    this.setData({ opened: at === this.data.opened ? -1 : at });
  },
});
