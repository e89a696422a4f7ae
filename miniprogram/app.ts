import { watchNetwork } from './platform/connection';
import { watchPrivacy } from './platform/privacy';
import { watchSystemLook } from './platform/system';
import { startSending } from './services/cloud';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    watchSystemLook();
    watchPrivacy();
    watchNetwork();
    startSending();
  },
});
