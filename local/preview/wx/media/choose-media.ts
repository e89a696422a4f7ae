import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { fileUrl, keepTemporary } from '../files/file-url';
import { openSheet } from '../layers/sheet';
import type { PrivacyGate } from '../person/privacy';
import { pickOwnFiles } from './own-files';

interface ChooseOptions {
  /** 1–20 for media, 1–9 for images. */
  count?: number;
  mediaType?: string[];
  sourceType?: string[];
}

const SOURCES: Record<string, string> = { camera: '拍摄', album: '从手机相册选择' };
const DEFAULT_COUNT = 9;
const MOST_MEDIA = 20;

/** Camera and album both end in the browser's file dialog: a desktop has only files. */
async function chooseFiles(host: PreviewHost, options: ChooseOptions, accept: string): Promise<File[]> {
  const sources = options.sourceType ?? ['album', 'camera'];
  const items = ['camera', 'album']
    .filter(source => sources.includes(source))
    .map(source => ({ text: SOURCES[source] ?? source, value: source }));
  const source = await openSheet(host, { label: '选择图片', items });
  const count = Math.min(options.count ?? DEFAULT_COUNT, MOST_MEDIA);
  const chosen = source ? await pickOwnFiles(accept, count > 1 && source === 'album') : [];
  if (chosen.length === 0) throw new ApiFailure('cancel');
  return chosen.slice(0, count);
}

/** Width and height in px; 0 for what is no image. */
async function sizeOf(file: Blob): Promise<{ width: number; height: number }> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  return { width: bitmap?.width ?? 0, height: bitmap?.height ?? 0 };
}

async function mediaFile(file: File) {
  const fileType = file.type.startsWith('video/') ? 'video' : 'image';
  return {
    tempFilePath: await keepTemporary(file, file.name),
    size: file.size,
    fileType,
    ...(await sizeOf(file)),
  };
}

async function chooseMedia(host: PreviewHost, options: ChooseOptions) {
  const types = options.mediaType ?? ['image', 'video'];
  const accept = [...(types.includes('video') ? ['video/*'] : []), 'image/*'].join(',');
  const tempFiles = await Promise.all((await chooseFiles(host, options, accept)).map(mediaFile));
  const kinds = new Set(tempFiles.map(file => file.fileType));
  return { tempFiles, type: kinds.size > 1 ? 'mix' : [...kinds][0] };
}

async function chooseImage(host: PreviewHost, options: ChooseOptions) {
  const chosen = await chooseFiles(host, options, 'image/*');
  const files = await Promise.all(chosen.map(mediaFile));
  return {
    tempFilePaths: files.map(file => file.tempFilePath),
    tempFiles: files.map(({ tempFilePath: path, size }) => ({ path, size })),
  };
}

async function imageInfo(src: string) {
  const url = fileUrl(/^(wxfile|https?|blob|data):/.test(src) ? src : `/-/root/${src.replace(/^\/+/, '')}`);
  const blob = await fetch(url).then(response => response.blob());
  const { width, height } = await sizeOf(blob);
  if (width === 0) throw new ApiFailure('image not found');
  return { path: src, width, height, type: blob.type.replace('image/', ''), orientation: 'up' };
}

/** Pictures and videos from the person's album, which here is the developer's disk. */
export function chooseMediaApi(host: PreviewHost, gate: PrivacyGate): ApiTable {
  const gated =
    <O, R>(api: string, run: (host: PreviewHost, options: O) => Promise<R>) =>
    async (options: O) => {
      await gate.pass(api);
      return run(host, options);
    };
  return {
    chooseMedia: asyncApi('chooseMedia', gated<ChooseOptions, object>('chooseMedia', chooseMedia)),
    chooseImage: asyncApi('chooseImage', gated<ChooseOptions, object>('chooseImage', chooseImage)),
    getImageInfo: asyncApi<{ src: string }>('getImageInfo', o => imageInfo(o.src), {
      required: { src: 'String' },
    }),
    compressImage: asyncApi<{ src: string }>('compressImage', o => ({ tempFilePath: o.src }), {
      required: { src: 'String' },
    }),
  };
}
