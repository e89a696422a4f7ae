import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { keepTemporary, suffixOf } from '../files/file-url';
import { openSheet, sheetHead } from '../layers/sheet';
import type { PrivacyGate } from '../person/privacy';
import { pickOwnFiles } from './own-files';

interface ChooseOptions {
  /** 1–100. */
  count: number;
  type?: 'all' | 'video' | 'image' | 'file';
  /** Only with type `file`. */
  extension?: string[];
}

interface Named {
  blob: Blob;
  name: string;
}

const SAMPLES_URL = '/-/samples';
const MOST_FILES = 100;

/** Names of the sample files the preview server offers; none when it has no samples. */
async function sampleNames(): Promise<string[]> {
  const response = await fetch(SAMPLES_URL);
  if (!response.ok) return [];
  const list = (await response.json()) as (string | { name: string })[];
  return list.map(sample => (typeof sample === 'string' ? sample : sample.name));
}

function kindOf(name: string): 'image' | 'video' | 'file' {
  if (/^(png|jpe?g|gif|webp|bmp)$/.test(suffixOf(name))) return 'image';
  return /^(mp4|mov|webm)$/.test(suffixOf(name)) ? 'video' : 'file';
}

function accepts({ type = 'all', extension = [] }: ChooseOptions, name: string): boolean {
  if (type !== 'all' && kindOf(name) !== type) return false;
  const wanted = extension.map(suffix => suffix.replace(/^\./, '').toLowerCase());
  return type !== 'file' || wanted.length === 0 || wanted.includes(suffixOf(name));
}

async function ownFiles(options: ChooseOptions): Promise<Named[]> {
  const accept = (options.extension ?? []).map(suffix => `.${suffix.replace(/^\./, '')}`).join(',');
  const chosen = await pickOwnFiles(accept, options.count > 1);
  return chosen.slice(0, options.count).map(file => ({ blob: file, name: file.name }));
}

async function sampleFile(name: string): Promise<Named> {
  const response = await fetch(`${SAMPLES_URL}/${encodeURIComponent(name)}`);
  if (!response.ok) throw new ApiFailure(`file not found ${name}`);
  return { blob: await response.blob(), name };
}

async function chooseMessageFile(host: PreviewHost, options: ChooseOptions) {
  if (options.count < 1 || options.count > MOST_FILES) {
    throw new ApiFailure(`parameter error: count should be between 1 and ${MOST_FILES}`);
  }
  const names = (await sampleNames()).filter(name => accepts(options, name));
  const samples = names.map(name => ({ text: name, value: name, className: 'wx-sheet-row' }));
  const own = { text: '用自己的文件…', value: '', className: 'wx-sheet-row wx-accent' };
  const head = sheetHead('选择一个聊天文件', '微信会在这里列出聊天里的文件。下面是示例文件，点一下就选中。');
  const chosen = await openSheet(host, { label: '选择一个聊天文件', items: [...samples, own] }, ...head);
  if (chosen === undefined) throw new ApiFailure('cancel');
  const files = chosen === '' ? await ownFiles(options) : [await sampleFile(chosen)];
  if (files.length === 0) throw new ApiFailure('cancel');
  return { tempFiles: await Promise.all(files.map(messageFile)) };
}

async function messageFile({ blob, name }: Named) {
  return {
    path: await keepTemporary(blob, name),
    name,
    size: blob.size,
    type: kindOf(name),
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
