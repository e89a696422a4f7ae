import { received } from '../platform/navigation';
import { askAhead } from './cloud';

type Query = Record<string, string | undefined>;

/** What the screens ask first that people start on: by themselves, or from a card in a group. */
const firstQuestions: Record<string, (query: Query) => void> = {
  'pages/home/home/home': () => askAhead('home.show', {}),
  'chain/pages/detail/detail': ({ id, scene, round }) => {
    const chainId = id ?? scene;
    if (chainId !== undefined && round === undefined) askAhead('chains.show', { chainId });
  },
};

/** At launch: the answer is on its way while the phone still builds the first screen. */
export const askFirst = (path: string, query: Query): void => firstQuestions[path]?.(received(query));
