/** A person of the preview. `fontScale` is what their phone's system font is set to (1 = standard). */
export interface Person {
  id: string;
  name: string;
  openid: string;
  fontScale: number;
}

/** An ordinary user, an organizer, and an elderly person whose phone is set to the care mode's 23.8 px over 17. */
export const PEOPLE: Person[] = [
  { id: 'lin', name: '小林', openid: 'o-local-lin', fontScale: 1 },
  { id: 'chen', name: '陈老师', openid: 'o-local-chen', fontScale: 1 },
  { id: 'wang', name: '王奶奶', openid: 'o-local-wang', fontScale: 1.4 },
];
