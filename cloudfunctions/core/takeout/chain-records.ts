import type { ExportedChain, ExportedEntry, ExportedOwnEntry } from '../../../typings/contract/accounts';
import type { EntryView } from '../../../typings/contract/entries';
import type { ChainDocument } from '../chains/document';
import { roleOf } from '../chains/roles';
import type { EntryDocument } from '../entries/document';
import { entryViews } from '../entries/views';
import { answerText } from '../sheets/formats/answer-text';

interface Whose {
  uid: string;
  now: number;
}

/** Of these, those that ever had a seat, as a person may see them. */
function viewsOf(chain: ChainDocument, entries: EntryDocument[], { uid, now }: Whose): EntryView[] {
  const numbered = new Set(chain.book.order);
  const seated = entries.filter(({ _id }) => numbered.has(_id));
  return entryViews(seated, { chain, role: roleOf(chain, uid), uid, now });
}

/** An entry of somebody who may be nobody of the chain, with what one must know to understand it. */
export function entryRecords(chain: ChainDocument, own: EntryDocument[], whose: Whose): ExportedEntry[] {
  const { _id: chainId, date, settings } = chain;
  const { title, organizerName, fields } = settings;
  return viewsOf(chain, own, whose).map(view => {
    const { name, mine, status, number, places, joinedAt, amountFen, payment, reason } = view;
    const answers = fields.flatMap(field => {
      const text = answerText(field, view.answers[field.id]);
      return text === '' ? [] : [{ label: field.label, text }];
    });
    return {
      ...{ chainId, title, organizerName, name, mine, status, number, places, answers, joinedAt },
      ...(date !== undefined && { date }),
      ...(amountFen !== undefined && { amountFen }),
      ...(payment !== undefined && { payment }),
      ...(reason !== undefined && { reason }),
    };
  });
}

export function chainRecord(chain: ChainDocument, roster: string[]): ExportedChain {
  const {
    _id: chainId,
    state,
    createdAt,
    settings,
    series,
    date,
    announcement,
    cancelReason,
    trashedAt,
  } = chain;
  const staff = chain.staff.map(({ name, role, successor }) => ({ name, role, successor }));
  return {
    ...{ chainId, phase: state === 'erasing' ? 'trashed' : state, createdAt, staff, roster },
    // Paths of pictures have the uid of who uploaded them in it.
    settings: { ...settings, images: [] },
    ...(series !== undefined && { series }),
    ...(date !== undefined && { date }),
    ...(announcement && { announcement: announcement.text }),
    ...(cancelReason !== undefined && { cancelReason }),
    ...(trashedAt !== undefined && { trashedAt }),
  };
}

/** What an organizer sees of the entries; what they could do with them is of no use in a file. */
export const ownEntryRecords = (
  chain: ChainDocument,
  entries: EntryDocument[],
  whose: Whose,
): ExportedOwnEntry[] =>
  viewsOf(chain, entries, whose).map(
    ({ canEdit: _e, canLeave: _l, canClaim: _c, mine: _m, waitPosition: _w, ...view }) => ({
      chainId: chain._id,
      ...view,
    }),
  );
