import { watchNetwork } from './platform/connection';
import { watchPrivacy } from './platform/privacy';
import { watchSystemLook } from './platform/system';
import { startSending } from './services/cloud';
import { askHomeAhead } from './services/home';

const HOME = 'pages/home/home/home';

App({
  onLaunch({ path }) {
    wx.cloud.init({ traceUser: false });
    watchSystemLook();
    watchPrivacy();
    watchNetwork();
    startSending();
    if (path === HOME) askHomeAhead();
  },
});
