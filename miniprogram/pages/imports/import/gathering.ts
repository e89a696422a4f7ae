import { imports as copy } from '../../../copy/imports';
import { type ChatFile, chooseChatFile, choosePicture, takeForwarded } from '../../../platform/materials';
import { readPicture } from '../../../platform/picture-text';
import { MAX_FILE_BYTES } from '../../../services/imports';

/** What there is to read, or why there is nothing; undefined when the person changed their mind. */
export type Gathered = { file: ChatFile } | { text: string } | { problem: string } | undefined;

const checked = (file: ChatFile): Gathered =>
  file.size > MAX_FILE_BYTES ? { problem: copy.fileTooLarge } : { file };

export async function gatherFile(): Promise<Gathered> {
  const file = await chooseChatFile();
  if (file === 'refused') return { problem: copy.refused };
  return file && checked(file);
}

/** `onReading`: the picture is chosen, reading it takes seconds. */
export async function gatherPicture(onReading: () => void): Promise<Gathered> {
  const picture = await choosePicture();
  if (picture === 'refused') return { problem: copy.refused };
  if (picture === undefined) return undefined;
  onReading();
  const lines = await readPicture(picture);
  return lines === undefined || lines.length === 0
    ? { problem: copy.pictureFailed }
    : { text: lines.join('\n') };
}

/** An article becomes a line of text, "title address", which can be changed like any other. */
export function gatherForwarded(opened: boolean): Gathered {
  const brought = takeForwarded(opened);
  const file = brought.find(one => 'file' in one);
  if (file !== undefined) return checked(file.file);
  const lines = brought.flatMap(one => ('link' in one ? [`${one.title} ${one.link}`.trim()] : []));
  return lines.length > 0 ? { text: lines.join('\n') } : undefined;
}
