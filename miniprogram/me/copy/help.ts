export const help = {
  title: '帮助',
  intro: '点一项，一步一步看图做。',
  topics: '怎么用',
  faq: '常见问题',
  step: (n: number) => `第 ${n} 步`,
  picture: (text: string) => `图：${text}`,
  tryIt: '现在去试',
  others: '看别的帮助',
  missingTitle: '没有这篇帮助',
  missingHint: '可能改过名字了，请回到帮助里再找',
};

export interface HelpStep {
  text: string;
  /** Name of a picture in assets/help, made from the running app; what it shows, in words. */
  picture?: { name: string; shows: string };
}

export interface HelpTopic {
  icon: string;
  title: string;
  hint: string;
  steps: HelpStep[];
  /** Where it can be done. */
  page: string;
}

const picture = (name: string, shows: string) => ({ name, shows });

/** Everyday tasks, the most asked for first. */
export const topics = {
  join: {
    icon: 'list',
    title: '报名接龙',
    hint: '点一下就报上，还能撤销',
    steps: [
      {
        text: '在群里点开接龙卡片，看清时间、地点和还剩几个名额。',
        picture: picture('chain', '接龙的时间、地点、还剩名额，和“我要报名”按钮'),
      },
      { text: '点“我要报名”。名字和电话填过一次，下次就不用再填。' },
      {
        text: '报好了会告诉您是第几号。报错了，点“报错了，撤销”。',
        picture: picture('result', '报名成功，显示“您是第几号”，下面有撤销'),
      },
      { text: '以后想再看，点下面的“接龙”，在“我报名的”里找。' },
    ],
    page: 'chains/mine/mine',
  },
  others: {
    icon: 'user',
    title: '帮家人邻居报名',
    hint: '记一次，以后一点就好',
    steps: [
      {
        text: '在“我的”里点“家人邻居”，把名字和电话记下来。',
        picture: picture('contacts', '家人邻居的名单'),
      },
      { text: '打开接龙，点“帮人报”，选是谁。' },
      { text: '名单上会写明是您代报的。本人打开接龙，可以认领成自己的。' },
    ],
    page: '/chain/pages/contacts/contacts',
  },
  start: {
    icon: 'plus',
    title: '发起接龙',
    hint: '把群里的接龙粘贴进来就行',
    steps: [
      {
        text: '点下面的“接龙”，再点“发起接龙”。群里有现成的接龙文字，就粘贴进来；没有就填标题。',
        picture: picture('editor', '发起接龙的页面，最上面是粘贴框'),
      },
      { text: '要限人数、要截止时间，在“更多设置”里填。不填也能发。' },
      { text: '点“发布”，再点“分享到群”。群里的人点开卡片就能报。' },
    ],
    page: 'chains/mine/mine',
  },
  organize: {
    icon: 'bell',
    title: '管好自己发起的接龙',
    hint: '看谁没报，提醒，导出',
    steps: [
      {
        text: '打开自己发起的接龙，点“管理”。已报、候补、没报的人数都在上面。',
        picture: picture('panel', '管理页面，上面是人数，下面是提醒和导出'),
      },
      { text: '点“提醒”，会发给答应收提醒的人；其余的人，给您一段写好的话，粘到群里就行。' },
      { text: '要名单，点“导出”，可以存成表格、文字或海报。' },
    ],
    page: 'chains/mine/mine',
  },
  import: {
    icon: 'import',
    title: '把关注、点赞、收藏带进来',
    hint: '粘贴文字、链接，或选文件',
    steps: [
      {
        text: '点下面的“整理”，再点“导入名单”。一行写一个，粘贴进来；也可以选聊天里的文件。',
        picture: picture('import', '导入页面的粘贴框'),
      },
      {
        text: '先给您看认出了什么：新的、重复的、认不出的，都标得清清楚楚。',
        picture: picture('rows', '导入前的预览，每行写着新的还是重复的'),
      },
      { text: '点“导入”才真的存进来。导错了，可以整批撤销。' },
    ],
    page: 'imports/import/import',
  },
  clean: {
    icon: 'broom',
    title: '一次清理很多个',
    hint: '先挑，再看清楚，最后才做',
    steps: [
      {
        text: '打开“关注”，点“选择”，勾上不要的。也可以先点“90 天没打开”这样的条件，再全选。',
        picture: picture('selection', '名单里勾了几个，下面是“不再关注”按钮'),
      },
      {
        text: '会先让您看：是哪几个，跳过了谁，今天的额度够不够。看清楚再点。',
        picture: picture('confirm', '确认的页面，写着几个、哪些、多久能找回'),
      },
      { text: '做的时候可以暂停。做完 72 小时内，可以全部撤销。' },
    ],
    page: 'items/list/list',
  },
  restore: {
    icon: 'bin',
    title: '删错了找回来',
    hint: '72 小时内都能找回',
    steps: [
      {
        text: '点下面的“整理”，再点“最近删除”。每一个都写着还剩多久。',
        picture: picture('trash', '最近删除，每行写着还剩多久，右边是找回'),
      },
      { text: '点“找回”，标签、星标、备注都还在。刚才那一批可以“全部找回”。' },
      { text: '超过 72 小时就彻底清除，谁也找不回来了。' },
    ],
    page: 'trash/list/list',
  },
  wechat: {
    icon: 'check',
    title: '在微信里真正取消',
    hint: '最后一下要您自己点',
    steps: [
      {
        text: '这里清理的，只是您存在这里的名单，不会动微信。清理以后，打开“去微信里取消”。',
        picture: picture('checklist', '去微信里取消的清单，每行一个按钮'),
      },
      { text: '一个一个点按钮，会带您到那个号，或复制好名字。在微信里点“取消关注”。' },
      { text: '回来以后会问您取消了没有，取消了就打个勾。' },
    ],
    page: 'trash/checklist/checklist',
  },
  font: {
    icon: 'font',
    title: '把字变大',
    hint: '标准、大、特大',
    steps: [
      {
        text: '在“我的”里点“字的大小和颜色”，点“特大”。马上就变大，所有页面都一样。',
        picture: picture('font', '字的大小选了特大的样子'),
      },
      { text: '大字时一行只放一件事，按钮更大，撤销的时间从 10 秒变成 30 秒。' },
    ],
    page: '/me/pages/appearance/appearance',
  },
  backup: {
    icon: 'file',
    title: '备份和带走',
    hint: '全部存成一个文件',
    steps: [
      {
        text: '在“我的”里点“我的数据”，点“做一份完整备份”，再发给自己或“文件传输助手”。',
        picture: picture('data', '我的数据，上面是做备份的按钮'),
      },
      { text: '换手机不用备份：用同一个微信号打开，什么都在。' },
      { text: '换了微信号，在“我的数据”里点“导入备份或名单”，选那个文件。' },
    ],
    page: '/me/pages/data/data',
  },
} satisfies Record<string, HelpTopic>;

export const questions: { question: string; answer: string }[] = [
  {
    question: '能替我在微信里取消关注、点赞、收藏吗？',
    answer:
      '不能。微信不让任何小程序改您的关注、点赞和收藏，也不让看。这里帮您记、帮您挑、列好清单，最后一下要您自己在微信里点。',
  },
  {
    question: '为什么我的关注不会自动出现在这里？',
    answer: '微信不给任何小程序看您关注了谁。要您自己粘贴、选文件，或一个一个加进来。',
  },
  { question: '取消点赞，对方会知道吗？', answer: '这里不会通知任何人。' },
  { question: '能看到谁取消关注了我吗？', answer: '不能。谁说能，都不可信。' },
  {
    question: '删掉的还能找回吗？',
    answer: '72 小时内都能，在“最近删除”里。超过 72 小时彻底清除，谁也找不回来。',
  },
  {
    question: '别人看得到我的电话吗？',
    answer: '只有组织接龙的人看得到，别人看到的是星号。活动过后到了日子，电话会自动删掉。',
  },
  {
    question: '“候补”是什么意思？',
    answer: '名额满了先排队。前面有人退出，就按顺序补上，会告诉您。',
  },
  {
    question: '为什么没收到提醒？',
    answer: '微信规定，您答应一次，只能提醒一次。报名时点了“允许”，才收得到下一次。',
  },
  { question: '报名要在这里付钱吗？', answer: '不用。这里只帮发起人记谁付了、谁没付，从不碰钱。' },
  {
    question: '为什么今天不能再清理了？',
    answer: '每天有个上限，免得被当成异常操作。“我的额度”里写着还能清理多少、什么时候恢复。',
  },
  {
    question: '没有网络能用吗？',
    answer:
      '看过的内容还能看，会写明是什么时候的。星标、备注这些小改动先记着，有网时自动保存。报名、清理要连上网才能做。',
  },
];
