import type { PrivacyState } from '../../platform/privacy';

export const privacyPage = {
  title: '隐私',
  promises: [
    '没有广告，没有统计，不把您的数据给别人。',
    '只存您自己放进来的，和您报名时写的。',
    '电话加密存放。除了组织接龙的人，别人只看得到星号。',
    '请微信处理的只有两样：写给别人看的文字，查是否合适；点“念给我听”时的那段字，变成声音。',
  ],
  state: '隐私保护指引',
  states: {
    agreed: '您已经同意。下面这些功能可以直接用。',
    later: '您还没有同意，现在也不用同意。用到下面的功能时，会先问您。',
    unknown: '这个版本的微信没有告诉我们您同意了没有。用到时微信会问您。',
  } satisfies Record<PrivacyState, string>,
  contract: '看《隐私保护指引》全文',
  contractFailed: '这里打不开，请点右上角“…”，在“更多资料”里看',
  permissions: '这些功能会先问您',
  takeBack: '怎么收回同意',
  takeBackSteps: [
    '随时可以拒绝：问您的时候点“拒绝”，别的功能照常用。',
    '存相册、发消息的开关：点下面的“权限开关”就能改。',
    '想全部收回：在微信首页往下拉，长按“理一理”，从最近使用的小程序里删掉。下次用到时会重新问您。',
  ],
  settings: '权限开关',
  settingsFailed: '这里打不开，请点右上角“…”，再点“设置”',
  more: '还可以看',
  inventory: '存了什么，存多久，给谁看',
  inventoryHint: '一项一项列出来',
  data: '把全部数据拿走',
  dataHint: '存成一个文件',
  deletion: '注销账号',
  deletionHint: '什么都不留',
};
