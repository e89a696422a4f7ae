import * as v from 'valibot';
import { chainId, paragraph, requestId } from '../chains/schema';
import { exactObject } from '../gateway/input';
import { NOTICE_KINDS } from './templates';

const audience = v.picklist(['unanswered', 'in', 'waiting', 'unpaid']);

export const subscribeInput = exactObject({
  requestId,
  kinds: v.pipe(
    v.array(v.picklist(NOTICE_KINDS)),
    v.maxLength(NOTICE_KINDS.length),
    v.transform(kinds => [...new Set(kinds)]),
  ),
});

export const previewInput = exactObject({ chainId, audience });

export const remindInput = exactObject({
  ...{ chainId, requestId, audience },
  text: v.exactOptional(paragraph(200)),
});
