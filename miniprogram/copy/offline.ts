import type { ErrorCode } from '../../typings/contract/errors';

/** What is said of the network, and of what waits for it. */
export const offline = {
  /** Beside WeChat's spinner there is room for seven characters. */
  slow: '网络慢，请稍等',
  slowLoading: '网络有点慢，还在加载',
  noNetwork: '没有网络，看到的可能不是最新的',
  unreached: '暂时连不上，看到的可能不是最新的',
  keptOffline: (when: string) => `没有网络，这是 ${when} 的内容`,
  keptUnreached: (when: string) => `暂时连不上，这是 ${when} 的内容`,
  waiting: (count: number) => `${count} 项改动等网络恢复后保存`,
  read: '知道了',
  /** Names of what is changed, where it has none of its own. */
  settings: '设置',
  ticks: '“去微信里取消”的勾选',
  reasons: '清理原因',
};

const unsavedReasons: Partial<Record<ErrorCode, string>> = {
  CONFLICT: '已在别处改过，以那边的为准',
  NOT_FOUND: '已经不在了',
  GONE: '已经彻底清除',
  CONTENT_REFUSED: '有的文字不合适',
};

/** `code` absent: it waited too long. */
export const unsavedText = (about: string, code: ErrorCode | undefined): string =>
  code === undefined
    ? `${about}：3 天没有连上网络，改动没有保存`
    : `${about}：${unsavedReasons[code] ?? '出了点问题'}，您的改动没有保存`;
