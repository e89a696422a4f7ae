const { record } = require('../../record');

Page({
  data: { scrollTop: '', title: 'from property', outside: true, color: '#123456' },
  onEvent: record,
});
