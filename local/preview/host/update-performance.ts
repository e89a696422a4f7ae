type Listener = (update: Record<string, unknown>) => void;

const listeners = new WeakMap<object, { listener: Listener; withDataPaths: boolean }>();
let lastUpdate = 0;

/** `this.setUpdatePerformanceListener(options, listener)`: `listener` hears of every later update of the instance. */
export function setUpdatePerformanceListener(
  this: object,
  options?: { withDataPaths?: boolean },
  listener?: Listener,
): void {
  if (listener) listeners.set(this, { listener, withDataPaths: options?.withDataPaths ?? false });
  else listeners.delete(this);
}

/** Runs an update and tells the instance's listener, if it has one; updates here never wait nor merge. */
export function measureUpdate(instance: object, data: object, update: () => void): void {
  const watched = listeners.get(instance);
  const startedAt = watched ? Date.now() : 0;
  update();
  watched?.listener({
    updateProcessId: ++lastUpdate,
    isMergedUpdate: false,
    pendingStartTimestamp: startedAt,
    updateStartTimestamp: startedAt,
    updateEndTimestamp: Date.now(),
    ...(watched.withDataPaths && { dataPaths: Object.keys(data) }),
  });
}
