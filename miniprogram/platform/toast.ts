import { common } from '../copy/common';

export const toast = (title: string): void => void wx.showToast({ title, icon: 'none', duration: 2500 });

/** A question with two answers, each of at most four characters; true when the person agrees. */
export async function ask(
  title: string,
  content: string,
  yes = common.confirm,
  no = common.cancel,
): Promise<boolean> {
  const { confirm } = await wx.showModal({ title, content, confirmText: yes, cancelText: no });
  return confirm;
}

/** One of several; undefined when dismissed. */
export async function choose(options: string[]): Promise<number | undefined> {
  try {
    return (await wx.showActionSheet({ itemList: options })).tapIndex;
  } catch {
    return undefined;
  }
}
