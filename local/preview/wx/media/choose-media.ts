import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { fileUrl, keepTemporary } from '../files/file-url';
import { openSheet } from '../layers/sheet';
import type { PrivacyGate } from '../person/privacy';
import { pickOwnFiles } from './own-files';
import { kindOf, sampleFile, sampleNames } from './samples';

interface ChooseOptions {
  /** 1–20 for media, 1–9 for images. */
  count?: number;
  mediaType?: string[];
  sourceType?: string[];
}

const DEFAULT_COUNT = 9;
const MOST_MEDIA = 20;

const OWN: Record<string, string> = { camera: '拍摄', album: '从手机相册选择' };

/** Camera and album both end in the browser's file dialog: a desktop has only files. Samples come with one tap. */
async function chooseFiles(host: PreviewHost, options: ChooseOptions, types: string[]): Promise<File[]> {
  const sources = options.sourceType ?? ['album', 'camera'];
  const own = ['camera', 'album'].filter(source => sources.includes(source));
  const samples = (await sampleNames()).filter(name => types.includes(kindOf(name)));
  const items = [...own, ...samples].map(value => ({ text: OWN[value] ?? value, value }));
  const chosen = await openSheet(host, { label: '选择图片或视频', items });
  if (chosen === undefined) throw new ApiFailure('cancel');
  if (!own.includes(chosen)) return [await sampleFile(chosen)];
  const count = Math.min(options.count ?? DEFAULT_COUNT, MOST_MEDIA);
  const accept = types.map(type => `${type}/*`).join(',');
  const files = await pickOwnFiles(accept, count > 1 && chosen === 'album');
  if (files.length === 0) throw new ApiFailure('cancel');
  return files.slice(0, count);
}

/** Width and height in px; 0 for what is no image. */
async function sizeOf(file: Blob): Promise<{ width: number; height: number }> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  return { width: bitmap?.width ?? 0, height: bitmap?.height ?? 0 };
}

/** Of a video also its seconds; zeros when the browser cannot play it. */
function videoFacts(file: Blob): Promise<{ width: number; height: number; duration: number }> {
  const video = document.createElement('video');
  return new Promise(resolve => {
    const settle = () => {
      URL.revokeObjectURL(video.src);
      const { videoWidth: width, videoHeight: height, duration } = video;
      resolve({ width, height, duration: Number.isFinite(duration) ? duration : 0 });
    };
    video.onloadedmetadata = settle;
    video.onerror = settle;
    video.preload = 'metadata';
    video.src = URL.createObjectURL(file);
  });
}

async function mediaFile(file: File) {
  const fileType = file.type.startsWith('video/') ? 'video' : 'image';
  return {
    tempFilePath: await keepTemporary(file, file.name),
    size: file.size,
    fileType,
    ...(fileType === 'video' ? await videoFacts(file) : await sizeOf(file)),
  };
}

async function chooseMedia(host: PreviewHost, options: ChooseOptions) {
  const types = options.mediaType ?? ['image', 'video'];
  const kindsWanted = types.includes('mix') ? ['image', 'video'] : types;
  const tempFiles = await Promise.all((await chooseFiles(host, options, kindsWanted)).map(mediaFile));
  const kinds = new Set(tempFiles.map(file => file.fileType));
  return { tempFiles, type: kinds.size > 1 ? 'mix' : [...kinds][0] };
}

async function chooseImage(host: PreviewHost, options: ChooseOptions) {
  const chosen = await chooseFiles(host, options, ['image']);
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
