import { type ApiTable, asyncApi } from '../api-call';
import type { PrivacyGate } from '../person/privacy';

/** All phones of one browser share it, as apps on a phone share theirs. */
const CLIPBOARD_KEY = 'wx-clipboard';

async function write(text: string): Promise<void> {
  localStorage.setItem(CLIPBOARD_KEY, text);
  // The developer can paste it elsewhere where the browser allows; the mini program does not depend on it.
  await navigator.clipboard?.writeText(text).catch(() => undefined);
}

async function read(): Promise<string> {
  const own = localStorage.getItem(CLIPBOARD_KEY) ?? '';
  const browser = await navigator.clipboard?.readText().catch(() => own);
  return browser ?? own;
}

/** Clipboard; setting it brings WeChat's own toast. */
export function clipboardApi(gate: PrivacyGate, showToast: (title: string) => void): ApiTable {
  return {
    setClipboardData: asyncApi<{ data: string }>(
      'setClipboardData',
      async ({ data }) => {
        await gate.pass('setClipboardData');
        await write(data);
        showToast('内容已复制');
      },
      { required: { data: 'String' } },
    ),
    getClipboardData: asyncApi('getClipboardData', async () => {
      await gate.pass('getClipboardData');
      return { data: await read() };
    }),
  };
}
