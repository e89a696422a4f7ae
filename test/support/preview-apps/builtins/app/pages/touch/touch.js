const { record } = require('../../record');

Page({
  data: { lines: 'one\ntwo', entities: 'a &lt; b&amp;lt;', hide: true, opacity: 1 },
  onEvent: record,
});
