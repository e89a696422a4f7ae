export const shareCard = {
  left: (n: string) => `还差 ${n} 人`,
  waitlist: '已报满，可以排候补',
  full: '已报满',
  joined: (n: string) => `已有 ${n} 人报名`,
  closed: (n: string) => `已截止，共 ${n} 人`,
  cancelled: '已取消',
  open: '点开就能报名',
};
