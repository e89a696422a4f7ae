const { record } = require('../../record');

Page({
  data: { name: '小', focused: false },
  onEvent: record,
  toUpper: event => event.detail.value.toUpperCase(),
});
