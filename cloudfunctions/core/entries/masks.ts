/** 张三丰 → 张*: how long a name is says something too. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}*`;

/** 138****5678; of a foreign number two digits less. */
export const maskedPhone = (phone: string): string =>
  phone.startsWith('+')
    ? `${phone.slice(0, 3)}****${phone.slice(-2)}`
    : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Tells whoever knows the text which it is, and nobody else what it says. */
export const maskedText = (text: string): string => `${[...text][0] ?? ''}**`;
