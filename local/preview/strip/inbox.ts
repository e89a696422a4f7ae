import { element } from '../element';
import { messageTitle } from '../message-titles';
import { cloudControl, type SentMessage } from './cloud-control';
import { button, section } from './dom';

export interface Inbox {
  node: HTMLElement;
  refresh(): Promise<void>;
}

/** Messages come from timers too, so the list asks again while the workbench is looked at. */
const POLL_MS = 4000;

function timeText(epochMs: number): string {
  return new Date(epochMs).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
}

function row(message: SentMessage, open: (path: string) => void): HTMLElement {
  const values = Object.values(message.data ?? {}).map(({ value }) => String(value ?? ''));
  const { page, templateId = '' } = message;
  const title = messageTitle(templateId);
  const item = element(
    'li',
    { 'data-testid': 'inbox-message' },
    element('time', {}, timeText(message.at)),
    ...(title === undefined ? [] : [element('strong', {}, title)]),
    element('p', {}, values.join('，') || (message.templateId ?? '')),
  );
  if (page) item.append(button('打开', 'inbox-open', () => open(page)));
  return item;
}

/** Subscription messages sent to the person of the chosen phone, newest first. */
export function inbox(openidOfPhone: () => string, open: (path: string) => void): Inbox {
  const list = element('ul', { class: 'inbox', 'data-testid': 'inbox' });
  const empty = element('p', { class: 'quiet' }, '还没有收到订阅消息');
  let shown = '';
  const refresh = async () => {
    const openid = openidOfPhone();
    const messages = await cloudControl.sent(openid);
    const now = JSON.stringify([openid, messages]);
    // Redrawing an unchanged list would take the focus out of it.
    if (now === shown || openid !== openidOfPhone()) return;
    shown = now;
    list.replaceChildren(...[...messages].reverse().map(message => row(message, open)));
    empty.hidden = messages.length > 0;
  };
  setInterval(() => {
    if (document.visibilityState === 'visible') refresh().catch(() => undefined);
  }, POLL_MS);
  return { node: section('收件箱', empty, list), refresh };
}
