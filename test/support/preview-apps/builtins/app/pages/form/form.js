const { record } = require('../../record');

Page({
  data: { name: '小', focused: false, more: ['m0', 'm1'] },
  onEvent: record,
  toUpper: event => event.detail.value.toUpperCase(),
});
