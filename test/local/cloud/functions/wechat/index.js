// Calls WeChat's openapi through wx-server-sdk, and again through the older JSON call.
const cloud = require('wx-server-sdk');
const tcb = require('@cloudbase/node-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async ({ api, data, old }) => {
  try {
    if (old) return (await tcb.init().callWxOpenApi({ apiName: api, requestData: data })).result;
    const [group, name] = api.split('.');
    const reply = await cloud.openapi[group][name](data);
    return reply.buffer ? { ...reply, buffer: reply.buffer.toString('base64') } : reply;
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg ?? error.message };
  }
};
