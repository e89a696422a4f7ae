import { element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { messageTitle } from '../../message-titles';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { postCloud } from '../cloud/network';
import { button, openDialog } from '../layers/layer';
import { sheetHead, tickRow } from '../layers/sheet';
import { requireTap } from '../page/app-switch';

/** WeChat takes up to five templates a call. */
const MOST_TEMPLATES = 5;

type Choice = 'accept' | 'reject';

interface Remembered {
  /** The main switch of 设置 → 订阅消息. */
  off?: boolean;
  /** Answers kept by 总是保持以上选择. */
  always?: Record<string, Choice>;
}

/** The person's answers, kept with the browser. */
export class SubscriptionMemory {
  constructor(private readonly host: PreviewHost) {}

  private get key(): string {
    return `wx-subscriptions:${this.host.settings.person.id}`;
  }

  read(): Remembered {
    return JSON.parse(localStorage.getItem(this.key) ?? '{}') as Remembered;
  }

  write(change: Remembered): void {
    localStorage.setItem(this.key, JSON.stringify({ ...this.read(), ...change }));
  }
}

function checkTemplates(ids: string[]): void {
  if (ids.length === 0) throw new ApiFailure('TmplIds can not be empty', { errCode: 10001 });
  if (ids.length > MOST_TEMPLATES) {
    throw new ApiFailure('No more than five templates can be subscribed', { errCode: 20003 });
  }
}

interface Answer {
  choices: Record<string, Choice>;
  always: boolean;
}

function ask(host: PreviewHost, ids: string[]): Promise<Answer> {
  const rows = ids.map(id => ({ id, ...tickRow(messageTitle(id) ?? `消息模板 ${id}`, true) }));
  const always = tickRow('总是保持以上选择，不再询问');
  return new Promise(resolve => {
    const settle = (allowed: boolean) => {
      const choices: Record<string, Choice> = {};
      for (const { id, input } of rows) choices[id] = allowed && input.checked ? 'accept' : 'reject';
      dialog.close();
      resolve({ choices, always: always.input.checked });
    };
    const dialog = openDialog(
      host,
      { className: 'wx-sheet', label: '订阅消息', onCancel: () => settle(false) },
      ...sheetHead('订阅消息', '小程序想给你发送下面的一次性消息。同意一次，可以收到一条。'),
      element('div', { class: 'wx-sheet-items' }, ...rows.map(({ row }) => row), always.row),
      button('允许', 'wx-accent', () => settle(true)),
      button('取消', 'wx-sheet-cancel', () => settle(false)),
    );
  });
}

/** One acceptance is one message: the local cloud keeps the quota that sends are counted against. */
async function grant(host: PreviewHost, choices: Record<string, Choice>): Promise<void> {
  const { openid } = host.settings.person;
  for (const [templateId, choice] of Object.entries(choices)) {
    if (choice === 'accept') await postCloud(host, 'control/subscriptions', { openid, templateId, count: 1 });
  }
  host.postToWorkbench({ type: 'subscribed' });
}

async function requestSubscribe(host: PreviewHost, memory: SubscriptionMemory, tmplIds: string[]) {
  checkTemplates(tmplIds);
  requireTap();
  const { off, always = {} } = memory.read();
  if (off) throw new ApiFailure('The main switch is switched off', { errCode: 20004 });
  const open = tmplIds.filter(id => !always[id]);
  const answer = open.length > 0 ? await ask(host, open) : { choices: {}, always: false };
  if (answer.always) memory.write({ always: { ...always, ...answer.choices } });
  const choices: Record<string, Choice> = { ...answer.choices };
  for (const id of tmplIds) choices[id] ??= always[id] ?? 'reject';
  await grant(host, choices);
  return choices;
}

export function subscribeApi(host: PreviewHost, memory: SubscriptionMemory): ApiTable {
  return {
    requestSubscribeMessage: asyncApi<{ tmplIds: string[] }>(
      'requestSubscribeMessage',
      o => requestSubscribe(host, memory, o.tmplIds),
      { required: { tmplIds: 'Array' } },
    ),
  };
}
