/** What is known of the way to the cloud, for whoever shows it. */
export interface Connection {
  /** The phone has a network. */
  online: boolean;
  /** The last call was answered. */
  reached: boolean;
  /** Changes that wait to be sent. */
  waiting: number;
  /** Sentences about changes that could not be saved, oldest first, until somebody has read them. */
  unsaved: readonly string[];
}

type Watcher = (connection: Connection) => void;

let state: Connection = { online: true, reached: true, waiting: 0, unsaved: [] };
const watchers = new Set<Watcher>();
const returns = new Set<() => void>();

export const connection = (): Connection => state;

/** Returns the way to stop listening. */
export function onConnection(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Calls back when the cloud can be asked again after it could not. Returns the way to stop listening. */
export function onReturn(watcher: () => void): () => void {
  returns.add(watcher);
  return () => returns.delete(watcher);
}

const canAsk = ({ online, reached }: Connection): boolean => online && reached;

export function noteConnection(change: Partial<Connection>): void {
  const before = state;
  state = { ...state, ...change };
  const keys = Object.keys(change) as (keyof Connection)[];
  if (keys.every(key => before[key] === state[key])) return;
  for (const watcher of [...watchers]) watcher(state);
  if (canAsk(state) && !canAsk(before)) for (const watcher of [...returns]) watcher();
}

/** Once, at launch. A network that comes back is worth a new try, so the cloud counts as reached until it is asked. */
export function watchNetwork(): void {
  wx.onNetworkStatusChange(({ isConnected }) =>
    noteConnection(isConnected ? { online: true, reached: true } : { online: false }),
  );
  wx.getNetworkType({ success: ({ networkType }) => noteConnection({ online: networkType !== 'none' }) });
}
