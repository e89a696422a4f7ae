/** A person of the preview. `fontScale` is what their phone's system font is set to (1 = standard). */
export interface Person {
  id: string;
  name: string;
  openid: string;
  fontScale: number;
}

/** An ordinary user, an organizer, an elderly person whose phone is set to the care mode's 23.8 px over 17, and the
 *  administrator who looks through the review queue. */
export const PEOPLE: Person[] = [
  { id: 'lin', name: '小林', openid: 'o-local-lin', fontScale: 1 },
  { id: 'chen', name: '陈老师', openid: 'o-local-chen', fontScale: 1 },
  { id: 'wang', name: '王奶奶', openid: 'o-local-wang', fontScale: 1.4 },
  { id: 'admin', name: '管理员', openid: 'o-local-admin', fontScale: 1 },
];

/**
 * What the functions read from their environment here: openids of the administrators; template ids of the subscription
 * messages, as WeChat's console gives them.
 */
export const FUNCTION_SETTINGS = {
  ADMIN_OPENIDS: 'o-local-admin',
  NOTICE_TEMPLATES: 'reminder:local-reminder,promoted:local-promoted,verdict:local-verdict',
};

/** What WeChat's console would call these messages. */
export const MESSAGE_TITLES = {
  'local-reminder': '活动提醒',
  'local-promoted': '候补结果通知',
  'local-verdict': '报名结果通知',
};
