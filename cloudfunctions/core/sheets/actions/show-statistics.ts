import type { StatisticsView } from '../../../../typings/contract/sheets';
import type { ChainDocument } from '../../chains/document';
import { defineChainAction } from '../../chains/gate';
import { chainId } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { answersOf } from '../../rosters/rules';
import { readRoster } from '../../rosters/store';
import type { Seat } from '../../seats/book';
import { optionCountsOf, placesTaken } from '../../seats/figures';
import { amountsOf, joinsByDay, optionTotals, statusCounts, sumsOf } from '../rules';
import { type Figures, readFigures } from '../store';

/** Against the names that are expected; absent when none are. */
function answeredOf(roster: string[], seats: Seat[], { names }: Figures): Pick<StatisticsView, 'answered'> {
  if (roster.length === 0) return {};
  const hasAnswered = answersOf(seats.flatMap(({ entryId }) => names.get(entryId) ?? []));
  const yes = roster.filter(hasAnswered).length;
  return { answered: { yes, no: roster.length - yes } };
}

const holdsPlace = ({ status }: Seat): boolean => status === 'in' || status === 'offered';

function viewOf({ settings, book }: ChainDocument, figures: Figures, now: number): StatisticsView {
  const seats = Object.values(book.held);
  const holders = seats.filter(holdsPlace);
  const statuses = seats.map(({ status }) => status);
  const waiting = seats
    .filter(({ status }) => status === 'waiting')
    .reduce((sum, { places }) => sum + places, 0);
  const { capacity, closesAt } = settings;
  const amounts = amountsOf(settings, holders, figures.payments);
  const options = optionTotals(settings, optionCountsOf(book)).map(field => ({
    ...field,
    options: field.options.map(({ priceFen: _, ...option }) => option),
  }));
  return {
    entries: statusCounts(statuses, figures.ended, book.order.length),
    places: { taken: placesTaken(book), waiting, ...(capacity !== undefined && { capacity }) },
    options,
    sums: sumsOf(settings.fields, figures.sums),
    ...(amounts && { amounts }),
    joinsByDay: joinsByDay(figures.days, closesAt, now),
  };
}

/** Three requests: the chain, its roster, its entries. */
export const showStatistics = defineChainAction<'chains.statistics'>({
  who: 'volunteer',
  input: exactObject({ chainId }),
  run: async (_input, { chain, now }) => {
    const roster = await readRoster(chain);
    const seats = Object.values(chain.book.held);
    const idsOf = (some: Seat[]): string[] => some.map(({ entryId }) => entryId);
    const named = roster.length === 0 ? [] : idsOf(seats);
    const figures = await readFigures({ chain, holders: idsOf(seats.filter(holdsPlace)), named });
    return done({ ...viewOf(chain, figures, now), ...answeredOf(roster, seats, figures) });
  },
});
