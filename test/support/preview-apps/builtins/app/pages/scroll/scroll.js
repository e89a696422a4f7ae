const { record } = require('../../record');

Page({
  data: {
    rows: Array.from({ length: 30 }, (_, index) => index),
    into: '',
    top: null,
    refreshing: false,
    current: 1,
    auto: false,
  },
  onEvent: record,
});
