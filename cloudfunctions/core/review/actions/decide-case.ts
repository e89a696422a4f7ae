import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import type { ReviewDocument } from '../document';
import { finishDecision } from '../finishing';
import { caseView } from '../rules';
import { caseId, decision, note } from '../schema';
import { decideCase, findCase } from '../store';

/** The same administrator decides the same again: the reply was lost, or the call died before the decision took effect. */
const isRepeated = (found: ReviewDocument, by: string, what: ReviewDocument['decision']): boolean =>
  found.decidedBy === by && found.decision === what;

/** The decision itself, its effect, its log line, the end of the case: five requests. */
export const decideCaseAction = defineAction<'review.decide'>({
  who: 'administrator',
  input: exactObject({ caseId, decision, note: v.exactOptional(note) }),
  run: async ({ caseId: id, decision: what, note: why }, { uid, now }) => {
    const own = { decision: what, decidedAt: now, decidedBy: uid, ...(why && { note: why }) };
    const decided = await decideCase(id, own);
    const before = decided ? undefined : await findCase(id);
    if (!decided && !before) return refuse('NOT_FOUND');
    if (before && !isRepeated(before.document, uid, what))
      return refuse('CONFLICT', { message: '已经有人处理过了，请刷新' });
    const document = decided ?? before?.document;
    if (document?.state === 'open') await finishDecision(document);
    const after = await findCase(id);
    if (!after) return refuse('NOT_FOUND');
    return done({ case: caseView(after.document, after.slowUntil, now) });
  },
});
