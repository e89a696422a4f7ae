import type { ExportedItem, ExportedTrash } from '../../../../typings/contract/imports';
import type { Entry } from '../parts';

/** How a format writes items. */
export interface Writer {
  /** Whether items of the trash belong into it. */
  withTrash: boolean;
  /** One item; undefined when the format cannot carry it. */
  write(item: ExportedItem | ExportedTrash): string | undefined;
  /** A whole file of them. */
  render(entries: Entry[]): string;
}

/** Everything that means something in HTML and XML, in text and in attributes. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
