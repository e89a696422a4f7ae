import { type ApiTable, asyncApi } from '../api-call';
import type { PrivacyGate } from '../person/privacy';

/** All phones of one browser share it, as apps on a phone share theirs. */
const CLIPBOARD_KEY = 'wx-clipboard';

interface Kept {
  text: string;
  /** True when the browser's clipboard took it too, and so knows what was copied last, here or elsewhere. */
  shared: boolean;
}

async function write(text: string): Promise<void> {
  // The developer can paste it elsewhere where the browser allows; the mini program does not depend on it.
  const given = navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  const kept: Kept = { text, shared: (await given) ?? false };
  localStorage.setItem(CLIPBOARD_KEY, JSON.stringify(kept));
}

async function read(): Promise<string> {
  const kept = JSON.parse(localStorage.getItem(CLIPBOARD_KEY) ?? '{"text":"","shared":true}') as Kept;
  if (!kept.shared) return kept.text;
  const browser = await navigator.clipboard?.readText().catch(() => undefined);
  return browser ?? kept.text;
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
