/** Entries of one pasted or written 接龙, as in WeChat. */
export const LINES_MAX = 500;
