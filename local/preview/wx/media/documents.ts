import { element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { fileUrl, readPath, suffixOf } from '../files/file-url';
import { button, openDialog } from '../layers/layer';
import { openSheet, sheetHead } from '../layers/sheet';
import { leaveFor, requireTap } from '../page/app-switch';
import type { PrivacyGate } from '../person/privacy';

type FilePath = { filePath: string };
type ShareOptions = FilePath & { fileName?: string };

/** What WeChat's viewer shows. */
const DOCUMENT_TYPES = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];

const nameOf = (path: string): string => path.split('/').pop() ?? path;

/** Hands a file to the browser's downloads, which stand in for the phone's album and disk. */
function saveToDisk(path: string, name = nameOf(path)): void {
  readPath(path);
  element('a', { href: fileUrl(path), download: name }).click();
}

async function openDocument(host: PreviewHost, options: FilePath & { fileType?: string }): Promise<void> {
  const { filePath } = options;
  const type = options.fileType ?? suffixOf(filePath);
  if (!DOCUMENT_TYPES.includes(type)) throw new ApiFailure(`filetype not supported ${type}`);
  const size = readPath(filePath).length;
  await leaveFor(host, '微信会打开这个文件', `${nameOf(filePath)}，${size} 字节`);
}

async function shareFile(host: PreviewHost, { filePath, fileName }: ShareOptions): Promise<void> {
  requireTap();
  const name = fileName ?? nameOf(filePath);
  const size = readPath(filePath).length;
  const items = [
    { text: '发送给朋友', value: 'send' },
    { text: '下载看看', value: 'save' },
  ];
  const head = sheetHead('会发到聊天里的文件', `${name}，${size} 字节`);
  const choice = await openSheet(host, { label: '会发到聊天里的文件', items }, ...head);
  if (choice === undefined) throw new ApiFailure('cancel');
  if (choice === 'save') saveToDisk(filePath, name);
}

/** Full screen pictures, one at a time; closes with a tap, Escape or the button. */
function showPictures(host: PreviewHost, urls: string[], current: string | number = 0): void {
  const first = typeof current === 'number' ? current : Math.max(0, urls.indexOf(current));
  let at = first;
  const image = element('img', { alt: '' });
  const caption = element('figcaption', { 'aria-live': 'polite' });
  const show = (index: number) => {
    at = (index + urls.length) % urls.length;
    image.src = fileUrl(urls[at] ?? '');
    caption.textContent = `第 ${at + 1} 张，共 ${urls.length} 张`;
  };
  const turn = element('nav', {});
  if (urls.length > 1) {
    turn.append(
      button('上一张', '', () => show(at - 1)),
      button('下一张', '', () => show(at + 1)),
    );
  }
  const close = () => dialog.close();
  turn.append(button('关闭', '', close));
  image.addEventListener('click', close);
  const shape = { className: 'wx-preview', label: '图片', onCancel: close };
  const dialog = openDialog(host, shape, image, caption, turn);
  show(first);
}

function previews(host: PreviewHost): ApiTable {
  type Media = { sources: { url: string }[]; current?: number };
  const preview = (urls: string[], current?: string | number) => {
    if (urls.length === 0) throw new ApiFailure('parameter error: urls should not be empty');
    showPictures(host, urls, current);
  };
  return {
    previewImage: asyncApi<{ urls: string[]; current?: string }>(
      'previewImage',
      o => preview(o.urls, o.current),
      { required: { urls: 'Array' } },
    ),
    previewMedia: asyncApi<Media>(
      'previewMedia',
      o =>
        preview(
          o.sources.map(source => source.url),
          o.current,
        ),
      { required: { sources: 'Array' } },
    ),
  };
}

/** Opening, sending and keeping files. */
export function documentsApi(host: PreviewHost, gate: PrivacyGate): ApiTable {
  const required = { filePath: 'String' } as const;
  const saveToAlbum = (api: string) => {
    const save = async ({ filePath }: FilePath) => {
      await gate.pass(api);
      saveToDisk(filePath);
    };
    return asyncApi<FilePath>(api, save, { required });
  };
  const shareImage = ({ path }: { path: string }) => shareFile(host, { filePath: path });
  return {
    ...previews(host),
    openDocument: asyncApi<FilePath>('openDocument', o => openDocument(host, o), { required }),
    shareFileMessage: asyncApi<ShareOptions>('shareFileMessage', o => shareFile(host, o), { required }),
    showShareImageMenu: asyncApi<{ path: string }>('showShareImageMenu', shareImage, {
      required: { path: 'String' },
    }),
    saveFileToDisk: asyncApi<FilePath>('saveFileToDisk', o => saveToDisk(o.filePath), { required }),
    saveImageToPhotosAlbum: saveToAlbum('saveImageToPhotosAlbum'),
    saveVideoToPhotosAlbum: saveToAlbum('saveVideoToPhotosAlbum'),
  };
}
