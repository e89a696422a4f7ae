import { appearance } from '../../../components/appearance/appearance';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { data as copy } from '../../copy/data';
import { waysOn } from '../../view/data-screen';

/** All there is of the person, out and in again. */
Page({
  behaviors: [appearance],
  data: { t: copy, waysOn },

  onWay(event: Told<{ id: string }>) {
    const { id } = event.detail;
    if (id === 'import') open('imports/import/import', { kind: 'follow' });
    else if (id === 'export') open('exports/export/export');
    else wx.switchTab({ url: '/pages/chains/mine/mine' });
  },
});
