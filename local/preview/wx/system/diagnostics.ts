import { type ApiTable, asyncApi, runCallback } from '../api-call';
import { nameUnknown } from '../unknown-api';

type Log = (...values: unknown[]) => void;

/** Both log managers write to the browser's console. */
function logManager(): ApiTable {
  const to =
    (level: 'debug' | 'info' | 'log' | 'warn' | 'error'): Log =>
    (...values) =>
      console[level]('[log]', ...values);
  return { debug: to('debug'), info: to('info'), log: to('log'), warn: to('warn'), error: to('error') };
}

function realtimeLogManager(): ApiTable {
  const messages: string[] = [];
  return {
    ...logManager(),
    in: () => logManager(),
    setFilterMsg: (message: string) => void messages.splice(0, messages.length, message),
    addFilterMsg: (message: string) => void messages.push(message),
  };
}

/** There is never a newer version of a preview. */
function updateManager(): ApiTable {
  return {
    onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
      void setTimeout(() => runCallback(listener, { hasUpdate: false }), 0),
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => {
      throw new Error('applyUpdate:fail update is not ready');
    },
  };
}

/** WeChat's entry types are others than the browser's; the preview has the marks and measures only. */
function performanceApi(): ApiTable {
  return nameUnknown('Performance', {
    now: () => performance.now(),
    getEntries: () => performance.getEntries(),
    getEntriesByName: (name: string, type?: string) => performance.getEntriesByName(name, type),
    getEntriesByType: (type: string) => performance.getEntriesByType(type),
    setBufferSize: () => undefined,
    createObserver: () => ({ observe: () => undefined, disconnect: () => undefined }),
  });
}

function idle(): ApiTable {
  return {
    requestIdleCallback: (callback: IdleRequestCallback, options?: IdleRequestOptions) =>
      requestIdleCallback(callback, options),
    cancelIdleCallback: (id: number) => cancelIdleCallback(id),
  };
}

/** Logs, measurements, versions and the scheduler. */
export function diagnosticsApi(): ApiTable {
  const performance = performanceApi();
  const report =
    (api: string): Log =>
    (...values) =>
      console.debug(api, ...values);
  return {
    ...idle(),
    nextTick: (callback: () => void) => void setTimeout(() => runCallback(callback), 0),
    getPerformance: () => performance,
    getLogManager: () => nameUnknown('LogManager', logManager()),
    getRealtimeLogManager: () => nameUnknown('RealtimeLogManager', realtimeLogManager()),
    getUpdateManager: () => updateManager(),
    reportPerformance: report('reportPerformance'),
    reportEvent: report('reportEvent'),
    reportAnalytics: report('reportAnalytics'),
    reportMonitor: report('reportMonitor'),
    setEnableDebug: asyncApi('setEnableDebug', () => undefined),
  };
}
