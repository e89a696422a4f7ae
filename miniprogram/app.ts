import { watchPrivacy } from './platform/privacy';
import { watchSystemLook } from './platform/system';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    watchSystemLook();
    watchPrivacy();
  },
});
