import { cloudControl } from './cloud-control';
import { button } from './dom';

/** Everything phones keep in this browser; the prefix is that of local/preview/wx. */
const PHONE_KEYS = /^wx-/;
/** After this long the second question is taken back. */
const ASK_MS = 5000;

function forgetPhones(): void {
  for (const key of Object.keys(localStorage)) if (PHONE_KEYS.test(key)) localStorage.removeItem(key);
}

/** 重置数据 asks once more on the button itself, then empties the cloud and the phones. */
export function resetButton(say: (text: string) => void, onReset: () => void): HTMLButtonElement {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const node = button('重置数据', 'reset', () => {
    if (timer === undefined) {
      node.textContent = '再点一次，清空全部数据';
      timer = setTimeout(calm, ASK_MS);
      return;
    }
    calm();
    cloudControl.reset().then(
      () => {
        forgetPhones();
        say('数据已清空');
        onReset();
      },
      (error: unknown) => say(`没有清空：${error}`),
    );
  });
  node.classList.add('danger');
  const calm = () => {
    clearTimeout(timer);
    timer = undefined;
    node.textContent = '重置数据';
  };
  return node;
}
