export interface Stored {
  what: string;
  why: string;
  /** How long. */
  kept: string;
  /** Who sees it. */
  seen: string;
  /** Collections and folders of the cloud that hold it, as the program names them. */
  places: string[];
}

export const inventoryPage = {
  title: '存了什么',
  intro: '这里列出全部。没写的，就没有存。',
  why: '为什么',
  kept: '存多久',
  seen: '谁看得到',
  onPhone: '只在这部手机上',
  onPhoneHint: '看过的内容留一份，没有网络也能看；字的大小和颜色；没发出去的草稿。注销或换人用时清掉。',
  never: '从来不存',
  neverHint: '您的微信号、密码、聊天内容、通讯录、位置，和您在微信里真正的关注、点赞、收藏。',
  tail: '注销账号 72 小时以后，和您有关的全部清除；别人接龙里只留下“已注销用户”占的名额。',
};

const me = '只有您自己';

export const inventory: Stored[] = [
  {
    what: '头像、名字、字的大小、颜色、用了多少额度',
    why: '打开就是您习惯的样子，额度不会算错',
    kept: '到您注销',
    seen: me,
    places: ['people', 'limits', 'avatars'],
  },
  {
    what: '您放进来的关注、点赞、收藏，和它们的标签、备注',
    why: '给您查找和清理',
    kept: '到您删掉，再留 72 小时',
    seen: me,
    places: ['items'],
  },
];
