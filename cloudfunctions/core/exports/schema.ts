import * as v from 'valibot';
import { itemKind } from '../items/schema';

export const exportFormat = v.picklist(['liyili-json', 'csv', 'netscape-html', 'opml']);

export const exportKinds = v.pipe(
  v.array(itemKind),
  v.minLength(1),
  v.maxLength(3),
  v.transform(kinds => [...new Set(kinds)]),
);
