import type { ChainPhase, ChainView } from '../../../typings/contract/chains';
import type { EntryStatus, EntryView } from '../../../typings/contract/entries';
import type { ErrorCode } from '../../../typings/contract/errors';
import { detail as copy, joinVerbs } from '../copy/detail';

/** Holds a place, or may still get one. */
const LIVE: readonly EntryStatus[] = ['in', 'offered', 'waiting', 'asking'];
export const isLive = ({ status }: EntryView): boolean => LIVE.includes(status);

/** My own entry: the one that counts, else the one that ended last. */
export function ownEntry({ mine }: Pick<ChainView, 'mine'>): EntryView | undefined {
  const own = mine.filter(entry => entry.mine === 'own');
  const [latest] = own.slice(-1);
  return own.find(isLive) ?? latest;
}

/** Then a grey button would say nothing that is not said above. */
const NO_BAR: readonly ChainPhase[] = ['cancelled', 'checking'];

/** The buttons at the foot of a chain. */
export interface JoinBar {
  shown: boolean;
  /** Blank: no such button. */
  main: string;
  what: 'join' | 'edit' | 'none';
  forOther: boolean;
}

const refusals: Partial<Record<ErrorCode, string>> = {
  FULL: copy.refusedFull,
  NOT_OPEN_YET: copy.refusedSoon,
  CLOSED: copy.refusedClosed,
};

function joinText({ joining, refusal, template }: ChainView): string {
  if (joining === 'refused') return refusals[refusal ?? 'CLOSED'] ?? copy.refusedClosed;
  if (joining === 'waitlist') return copy.waitlistVerb;
  return joining === 'approval' ? copy.approvalVerb : joinVerbs[template];
}

const noBar: JoinBar = { shown: false, main: '', what: 'none', forOther: false };

/** Whoever was offered a place has to answer that first. */
const canChange = ({ canEdit, status }: EntryView): boolean => canEdit && status !== 'offered';

export function joinBar(chain: ChainView): JoinBar {
  if (chain.phase === 'trashed') return noBar;
  const own = ownEntry(chain);
  const isOpen = chain.joining !== 'refused';
  const forOther = chain.forOthers && isOpen;
  if (own !== undefined && isLive(own)) {
    return canChange(own)
      ? { shown: true, main: copy.editMine, what: 'edit', forOther }
      : { shown: forOther, main: '', what: 'none', forOther };
  }
  const isOver = NO_BAR.includes(chain.phase);
  return { shown: !isOver, main: joinText(chain), what: isOpen ? 'join' : 'none', forOther };
}
