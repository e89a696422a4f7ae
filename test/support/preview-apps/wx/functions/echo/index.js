/** Answers with what it was sent and by whom; breaks when told to. */
exports.main = async event => {
  if (event.fail) throw new Error('broken on purpose');
  return { got: event, openid: process.env.WX_OPENID };
};
