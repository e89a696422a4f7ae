// Calls another function.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async event => {
  try {
    return await cloud.callFunction({ name: event.name, data: event.data ?? {} });
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg };
  }
};
