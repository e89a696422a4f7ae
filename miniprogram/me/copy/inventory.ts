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
  onPhoneHint:
    '看过的内容，留 7 天，没有网络也能看；您组织的接龙只留 24 小时。没有网络时做的改动，留 72 小时。还有字的大小、颜色和没写完的草稿。注销或换人用时全部清掉。',
  never: '从来不存',
  neverHint: '您的微信号、密码、聊天内容、通讯录、位置，和您在微信里真正的关注、点赞、收藏。',
  tail: '注销账号 72 小时以后，和您有关的全部清除；别人接龙里只留下“已注销用户”占的名额。',
};

const me = '只有您自己';

export const inventory: Stored[] = [
  {
    what: '头像、名字、字的大小、颜色',
    why: '打开就是您习惯的样子',
    kept: '到您改掉或注销',
    seen: me,
    places: ['people', 'avatars'],
  },
  {
    what: '您放进来的关注、点赞、收藏，和它们的标签、备注',
    why: '给您查找和清理',
    kept: '到您删掉，再留 72 小时',
    seen: me,
    places: ['items'],
  },
  {
    what: '每次批量清理的清单、数量和您选的原因',
    why: '能查看进度、能撤销，做清理报告',
    kept: '清单 4 天，数量和原因 400 天',
    seen: me,
    places: ['batches'],
  },
  {
    what: '今天用了多少额度，同一个内容取消过几次赞',
    why: '额度不会算错',
    kept: '到您注销',
    seen: me,
    places: ['limits', 'cancels'],
  },
  {
    what: '一个内容有多少人点过赞，只有个数',
    why: '让创作者看到稳定的热度',
    kept: '一直，里面没有您的资料',
    seen: '查看这个内容的人',
    places: ['contents'],
  },
  {
    what: '导入的文件和每一行的结果',
    why: '先给您看，再放进来；导错了能撤销',
    kept: '文件读完就删；结果 24 小时',
    seen: me,
    places: ['imports', 'import_rows', 'uploads'],
  },
  {
    what: '导出的文件',
    why: '给您下载',
    kept: '24 小时',
    seen: '您，和拿到下载地址的人；地址 2 小时有效',
    places: ['exports'],
  },
  {
    what: '您发起的接龙：内容、图片、名单、公告、改动记录、分享卡片',
    why: '给大家报名，给您管理',
    kept: '到您删掉，再留 72 小时',
    seen: '打开接龙的人；名单和改动记录只有发起人一方',
    places: ['chains', 'chain_events', 'rosters', 'share_cards'],
  },
  {
    what: '您的报名：名字、填写的内容、交费标记、补卡次数',
    why: '占住名额，发起人知道谁来',
    kept: '跟着接龙；电话等个人内容在活动后 30 天清掉，发起人可以改天数',
    seen: '发起人；名字给谁看由发起人定；电话对别人打星号，存的时候加密',
    places: ['entries', 'make_ups'],
  },
  {
    what: '您常用的称呼、电话，和家人邻居簿',
    why: '报名时不用重填',
    kept: '到您改掉或注销；电话加密',
    seen: me,
    places: ['contacts'],
  },
  {
    what: '您同意收几条提醒，哪几条发过',
    why: '发提醒，不重发',
    kept: '同意的次数到注销；一次提醒的名单 7 天',
    seen: '发起人只看到能不能发到',
    places: ['subscriptions', 'reminders'],
  },
  {
    what: '操作记录：做了什么、几个、什么时候，没有内容',
    why: '您能核对每一步',
    kept: '1 年',
    seen: me,
    places: ['logs'],
  },
  {
    what: '取消点赞过多时的审核，和批量取消时所用网络的代号',
    why: '防止刷赞',
    kept: '审核 400 天，网络代号 10 分钟',
    seen: '管理员；看不到您是谁，也看不到网络地址',
    places: ['reviews', 'networks'],
  },
];
