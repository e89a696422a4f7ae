const { record } = require('../../record');

const CITIES = { 浙江: ['杭州', '宁波'], 广东: ['广州', '深圳', '珠海'] };

Page({
  data: {
    fruit: [{ name: 'apple' }, { name: 'pear' }, { name: 'plum' }],
    places: [Object.keys(CITIES), CITIES['浙江']],
    numbers: Array.from({ length: 20 }, (_, index) => index),
    wheel: [3, 1],
  },
  onEvent: record,
  onColumn(event) {
    record(event);
    const { column, value } = event.detail;
    if (column === 0) this.setData({ 'places[1]': Object.values(CITIES)[value] });
  },
});
