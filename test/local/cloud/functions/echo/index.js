// Says what it was given: event, context, and what both SDKs make of them.
const tcb = require('@cloudbase/node-sdk');
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });

exports.main = async (event, context) => ({
  event,
  context,
  remainingMs: context.getRemainingTimeInMillis(),
  environment: JSON.parse(context.environment),
  process: { ...process.env },
  wxContext: cloud.getWXContext(),
  cloudbaseContext: tcb.getCloudbaseContext(context),
  parsedContext: tcb.parseContext(context),
  userInfo: app.auth().getUserInfo(),
});
