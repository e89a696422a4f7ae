import { type Child, element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { keepTemporary, suffixOf } from '../files/file-url';
import { button, openDialog } from '../layers/layer';
import { openSheet, sheetHead, tickRow } from '../layers/sheet';
import type { PrivacyGate } from '../person/privacy';
import { pickOwnFiles } from './own-files';
import { kindOf, sampleFile, sampleNames } from './samples';

interface ChooseOptions {
  /** 1–100. */
  count: number;
  type?: 'all' | 'video' | 'image' | 'file';
  /** Only with type `file`. */
  extension?: string[];
}

const MOST_FILES = 100;

const TITLE = '选择一个聊天文件';
const OWN_TEXT = '用自己的文件…';
const head = (): Child[] => sheetHead(TITLE, '微信会在这里列出聊天里的文件。下面是示例文件。');

function accepts({ type = 'all', extension = [] }: ChooseOptions, name: string): boolean {
  if (type !== 'all' && kindOf(name) !== type) return false;
  const wanted = extension.map(suffix => suffix.replace(/^\./, '').toLowerCase());
  return type !== 'file' || wanted.length === 0 || wanted.includes(suffixOf(name));
}

/** Names of samples, none for a file of the developer's own; undefined when the person leaves. */
type Answer = string[] | undefined;

/** One sample by one tap. */
function askForOne(host: PreviewHost, names: string[]): Promise<Answer> {
  const samples = names.map(name => ({ text: name, value: [name], className: 'wx-sheet-row' }));
  const own = { text: OWN_TEXT, value: [], className: 'wx-sheet-row wx-accent' };
  return openSheet<string[]>(host, { label: TITLE, items: [...samples, own] }, ...head());
}

/** Several samples by ticks; at least one and at most `count`. */
function askForSeveral(host: PreviewHost, names: string[], count: number): Promise<Answer> {
  const rows = names.map(name => ({ name, ...tickRow(name) }));
  return new Promise(resolve => {
    const settle = (answer: Answer) => {
      dialog.close();
      resolve(answer);
    };
    const ticked = () => rows.filter(({ input }) => input.checked).map(({ name }) => name);
    const done = button('确定', 'wx-accent', () => settle(ticked()));
    const list = element('div', { class: 'wx-sheet-items' }, ...rows.map(({ row }) => row));
    const look = () => {
      done.disabled = ticked().length === 0 || ticked().length > count;
    };
    list.addEventListener('change', look);
    list.append(button(OWN_TEXT, 'wx-sheet-row wx-accent', () => settle([])));
    look();
    const cancel = () => settle(undefined);
    const shape = { className: 'wx-sheet', label: TITLE, onCancel: cancel, maskCloses: true };
    const dialog = openDialog(host, shape, ...head(), list, done, button('取消', 'wx-sheet-cancel', cancel));
  });
}

async function ownFiles(options: ChooseOptions): Promise<File[]> {
  const accept = (options.extension ?? []).map(suffix => `.${suffix.replace(/^\./, '')}`).join(',');
  return (await pickOwnFiles(accept, options.count > 1)).slice(0, options.count);
}

async function chooseMessageFile(host: PreviewHost, options: ChooseOptions) {
  const { count } = options;
  if (count < 1 || count > MOST_FILES) {
    throw new ApiFailure(`parameter error: count should be between 1 and ${MOST_FILES}`);
  }
  const names = (await sampleNames()).filter(name => accepts(options, name));
  const chosen = count === 1 ? await askForOne(host, names) : await askForSeveral(host, names, count);
  if (chosen === undefined) throw new ApiFailure('cancel');
  const files = chosen.length === 0 ? await ownFiles(options) : await Promise.all(chosen.map(sampleFile));
  if (files.length === 0) throw new ApiFailure('cancel');
  return { tempFiles: await Promise.all(files.map(messageFile)) };
}

async function messageFile(file: File) {
  return {
    path: await keepTemporary(file, file.name),
    name: file.name,
    size: file.size,
    type: kindOf(file.name),
    // Seconds, when the message was sent.
    time: Math.floor(Date.now() / 1000),
  };
}

/** Files out of chats: the preview's samples, one tap each, or a file of the developer's own. */
export function messageFileApi(host: PreviewHost, gate: PrivacyGate): ApiTable {
  const choose = async (options: ChooseOptions) => {
    await gate.pass('chooseMessageFile');
    return chooseMessageFile(host, options);
  };
  return {
    chooseMessageFile: asyncApi<ChooseOptions>('chooseMessageFile', choose, {
      required: { count: 'Number' },
    }),
  };
}
