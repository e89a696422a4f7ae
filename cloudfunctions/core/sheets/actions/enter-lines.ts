import type { InputOf } from '../../../../typings/contract/api';
import type { ChainField } from '../../../../typings/contract/fields';
import type { ChainDocument } from '../../chains/document';
import { type ChainCall, defineChainAction } from '../../chains/gate';
import { isSeries } from '../../chains/rules';
import { chainId, requestId } from '../../chains/schema';
import { checkTexts } from '../../checks/checking';
import { readAnswers } from '../../entries/answers';
import type { EntryDocument } from '../../entries/document';
import { draftOf } from '../../entries/draft';
import { entryIdOf, otherKey } from '../../entries/keys';
import { asLimitedWrite } from '../../entries/limited-write';
import { checkableTexts } from '../../entries/rechecking';
import { picksOf } from '../../entries/rules';
import { staffEvent } from '../../entries/staff-event';
import { exactObject } from '../../gateway/input';
import { done, type Refused, refuse } from '../../gateway/refusal';
import { lineAnswers } from '../line-answers';
import { pastedLines } from '../schema';
import { type Line as Newcomer, seatMany } from '../seating';
import { keepDrafts, removeDrafts } from '../store';

type Input = InputOf<'chains.enterLines'>;
type Line = Input['lines'][number];

/** One line with its details and what it wants of the book. */
interface Entering {
  draft: EntryDocument;
  newcomer: Newcomer;
}

/** Of a pasted text nobody can be asked for what a field wants. */
const lenient = ({ settings }: ChainDocument): ChainField[] =>
  settings.fields.map(({ min: _, ...field }) => ({ ...field, required: false }));

/** Answers that fit; those that do not are left to the note, a phone number to its field in any case. */
function answersOf(line: Line, chain: ChainDocument) {
  const fields = lenient(chain);
  const { answers, note } = lineAnswers(line.note ?? '', fields);
  const read = readAnswers(fields, answers);
  if (read.ok) return { answers: read.data, note };
  return lineAnswers(
    line.note ?? '',
    fields.filter(({ type }) => type === 'phone'),
  );
}

/** A line with its place in the text and in the book. */
interface Placed {
  line: Line;
  request: string;
  key: string;
}

/** Two people of one name are two lines: each has a key of its own, the same in every run. */
function placedLines({ requestId: whole, lines }: Input, { chain, uid }: ChainCall): Placed[] {
  return lines.map((line, index) => {
    const request = `${whole}-${index}`;
    return { line, request, key: otherKey(chain._id, uid, `${line.name} ${request}`) };
  });
}

function enteringOf({ line, request, key }: Placed, call: ChainCall, isChecking: boolean): Entering {
  const { chain, uid, now } = call;
  const { name, places } = line;
  const { answers, note } = answersOf(line, chain);
  const draft = draftOf({
    ...{ chain, key, request, whose: { by: uid, keyedIn: true }, name, places },
    ...{ answers, isChecking, event: staffEvent(call, 'keyed-in'), now },
  });
  const newcomer = {
    ...{ key, entryId: entryIdOf(key, request), places },
    picks: picksOf(chain.settings, places, answers),
  };
  return { draft: note === '' ? draft : { ...draft, note }, newcomer };
}

/** A chain that waits for its check takes them too: it was just made, and nobody else sees it. */
function refusalFor(chain: ChainDocument): Refused | undefined {
  if (isSeries(chain)) return refuse('CLOSED', { message: '请打开其中一期再录入' });
  return chain.state === 'cancelled' ? refuse('CLOSED', { message: '这个接龙已经取消' }) : undefined;
}

/** What became of the lines, by the book. */
function resultOf(placed: Placed[], lines: number, { book }: ChainDocument) {
  const numbered = new Set(book.order);
  const seated = placed.filter(({ key, request }) => numbered.has(entryIdOf(key, request)));
  const statuses = seated.map(({ key }) => book.held[key]?.status);
  const waiting = statuses.filter(status => status === 'waiting').length;
  const entered = statuses.filter(status => status !== undefined).length - waiting;
  return done({ entered, waiting, refused: lines - seated.length });
}

/** Details first, so that a seat never lacks them; then one write gives all the seats. */
async function enterAll(placed: Placed[], lines: number, call: ChainCall) {
  const { chain, openid, now } = call;
  const texts = placed.flatMap(({ line }) =>
    checkableTexts(chain.settings.fields, { name: line.name, answers: answersOf(line, chain).answers }),
  );
  const verdict = await checkTexts(openid, 'social', texts);
  if (verdict === 'refused')
    return refuse('CONTENT_REFUSED', { message: '有的名字或备注没有通过检查，请修改后再试' });
  const entering = placed.map(one => enteringOf(one, call, verdict === 'waiting'));
  const { attempt } = await keepDrafts(entering.map(({ draft }) => draft));
  const newcomers = entering.map(({ newcomer }) => newcomer);
  const seated = await seatMany(chain, newcomers, now);
  // Whether the write took effect is not always known: what is left over then is the janitor's.
  if (!seated.ok) return seated;
  const numbered = new Set(seated.chain.book.order);
  const without = newcomers.filter(({ entryId }) => !numbered.has(entryId));
  await removeDrafts(
    without.map(({ entryId }) => entryId),
    attempt,
  );
  return resultOf(placed, lines, seated.chain);
}

/** 500 lines: four requests, the chain and the limit included; one more when somebody is refused. A repeated call: one. */
export const enterLines = defineChainAction<'chains.enterLines'>({
  who: 'organizer',
  input: exactObject({ chainId, requestId, lines: pastedLines }),
  logs: ({ entered, waiting }, { requestId: key }) => ({
    ...{ what: 'entries-handled', kind: 'chain', count: entered + waiting, key },
  }),
  run: async (input, call) => {
    const { chain } = call;
    const refused = refusalFor(chain);
    if (refused) return refused;
    const { perPerson } = chain.settings;
    const placed = placedLines(input, call).filter(({ line }) => line.places <= perPerson);
    const lines = input.lines.length;
    const numbered = new Set(chain.book.order);
    const isRepeated = placed.every(({ key, request }) => numbered.has(entryIdOf(key, request)));
    return isRepeated
      ? resultOf(placed, lines, chain)
      : asLimitedWrite(call, () => enterAll(placed, lines, call));
  },
});
