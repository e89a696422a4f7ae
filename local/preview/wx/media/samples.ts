import { ApiFailure } from '../api-call';
import { suffixOf } from '../files/file-url';

const SAMPLES_URL = '/-/samples';

export type FileKind = 'image' | 'video' | 'file';

export function kindOf(name: string): FileKind {
  if (/^(png|jpe?g|gif|webp|bmp)$/.test(suffixOf(name))) return 'image';
  return /^(mp4|mov|webm)$/.test(suffixOf(name)) ? 'video' : 'file';
}

/** Names of the sample files the preview server offers; none when it has no samples. */
export async function sampleNames(): Promise<string[]> {
  const response = await fetch(SAMPLES_URL);
  if (!response.ok) return [];
  const list = (await response.json()) as (string | { name: string })[];
  return list.map(sample => (typeof sample === 'string' ? sample : sample.name));
}

export async function sampleFile(name: string): Promise<File> {
  const response = await fetch(`${SAMPLES_URL}/${encodeURIComponent(name)}`);
  if (!response.ok) throw new ApiFailure(`file not found ${name}`);
  const blob = await response.blob();
  return new File([blob], name, { type: blob.type });
}
