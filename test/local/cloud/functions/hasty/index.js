// Two seconds at most, see config.json.
exports.main = event => {
  if (event.do === 'spin') for (;;);
  return event.do === 'pid' ? process.pid : new Promise(() => {});
};
