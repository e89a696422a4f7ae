const filled = (parts: readonly string[]): string[] => parts.filter(part => part !== '');

/** 时间 · 地点; blank parts are left out. */
export const oneLine = (...parts: readonly string[]): string => filled(parts).join(' · ');

/** The same as a screen reader should say it. */
export const spoken = (...parts: readonly string[]): string => filled(parts).join('，');

/** As it is read aloud: each part a sentence. */
export const sentences = (...parts: readonly string[]): string =>
  filled(parts)
    .map(part => `${part}。`)
    .join('');
