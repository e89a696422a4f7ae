const district = value => ({ label: `district ${value}`, value });

Page({
  data: {
    actions: [{ text: 'remove', className: 'action' }],
    acted: '',
    tab: '0',
    place: ['north', 'n1'],
    places: [
      { label: 'north', value: 'north', children: [district('n1'), district('n2')] },
      { label: 'south', value: 'south', children: [district('s1'), district('s2')] },
    ],
  },
  act({ detail }) {
    this.setData({ acted: detail.text });
  },
  change({ detail }) {
    this.setData({ tab: detail.value });
  },
  choose({ detail }) {
    this.setData({ place: detail.value });
  },
});
