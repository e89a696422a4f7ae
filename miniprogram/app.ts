import { watchNetwork } from './platform/connection';
import { watchPrivacy } from './platform/privacy';
import { watchSystemLook } from './platform/system';
import { startSending } from './services/cloud';
import { askFirst } from './services/first-question';

App({
  onLaunch({ path, query }) {
    wx.cloud.init({ traceUser: false });
    watchSystemLook();
    watchPrivacy();
    watchNetwork();
    startSending();
    askFirst(path, query);
  },
});
