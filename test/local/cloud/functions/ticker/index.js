// Keeps every event its timer brings.
const tcb = require('@cloudbase/node-sdk');

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });

exports.main = async (event, context) => {
  const { TRIGGER_SRC, WX_OPENID } = tcb.getCloudbaseContext(context);
  const tick = { ...event, at: Date.now(), source: TRIGGER_SRC, openid: WX_OPENID ?? null };
  await app.database().collection('ticks').add(tick);
  return tick;
};
