/** Answers with what it was sent and by whom; breaks or sends a subscription message when told to. */
exports.main = async event => {
  if (event.fail) throw new Error('broken on purpose');
  if (event.notify) {
    const cloud = require('wx-server-sdk');
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    return cloud.openapi.subscribeMessage.send(event.notify);
  }
  return { got: event, openid: process.env.WX_OPENID };
};
