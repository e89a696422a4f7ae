import { appearance } from '../../../components/appearance/appearance';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { openContract, privacyState } from '../../../platform/privacy';
import { toast } from '../../../platform/toast';
import { privacyPage as copy } from '../../copy/privacy';
import { permissions } from '../../view/privacy-screen';

const pages = {
  inventory: '/me/pages/inventory/inventory',
  data: '/me/pages/data/data',
  deletion: '/me/pages/deletion/deletion',
};
type WayOn = keyof typeof pages;

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    state: '',
    permissions,
    more: [
      { id: 'inventory', icon: 'list', text: copy.inventory, hint: copy.inventoryHint },
      { id: 'data', icon: 'file', text: copy.data, hint: copy.dataHint },
      { id: 'deletion', icon: 'bin', text: copy.deletion, hint: copy.deletionHint },
    ],
  },

  /** Also after the guide or the switches were looked at: both are pages of WeChat. */
  async onShow() {
    this.setData({ state: copy.states[await privacyState()] });
  },
  async onContract() {
    if (!(await openContract())) toast(copy.contractFailed);
  },
  onSettings() {
    wx.openSetting({ fail: () => toast(copy.settingsFailed) });
  },
  onMore(event: Told<{ id: WayOn }>) {
    open(pages[event.detail.id]);
  },
});
