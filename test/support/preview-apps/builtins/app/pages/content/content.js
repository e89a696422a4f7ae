const { record } = require('../../record');

Page({
  data: {
    src: '/assets/flag.png',
    missing: '',
    percent: 0,
    html: '<p class="rich">a &lt; b</p><script>globalThis.ran = true</script><img src="../../assets/flag.png" onerror="globalThis.ran = true">',
    nodes: [
      {
        name: 'div',
        attrs: { class: 'rich', style: 'width:375rpx', onclick: 'x()' },
        children: [{ type: 'text', text: '1 &amp; 2' }],
      },
      { name: 'iframe', children: [{ type: 'text', text: 'gone' }] },
    ],
  },
  onEvent: record,
  onShareAppMessage: ({ from, target }) => ({ title: `from ${from} ${target.id}`, path: '/pages/form/form' }),
  onReady() {
    wx.createSelectorQuery()
      .select('#canvas')
      .node(({ node }) => {
        Object.assign(node, { width: 20, height: 10 });
        const pen = node.getContext('2d');
        pen.fillStyle = '#ff0000';
        pen.fillRect(0, 0, 20, 10);
        globalThis.pixel = Array.from(pen.getImageData(5, 5, 1, 1).data);
      })
      .exec();
  },
});
