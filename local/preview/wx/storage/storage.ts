import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi, syncApi } from '../api-call';
import { StorageBox } from './storage-box';

interface Entry {
  key: string;
  data: unknown;
  encrypt?: boolean;
}

type Key = Pick<Entry, 'key' | 'encrypt'>;
type Batch = { kvList: { key: string; value: unknown }[] };

/** Where the strip's 重置数据 finds what phones stored. */
export const STORAGE_PREFIX = 'wx-storage:';

function singleKeys(box: StorageBox): ApiTable {
  return {
    setStorage: asyncApi<Entry>('setStorage', o => box.set(o.key, o.data, o.encrypt), {
      required: { key: 'String' },
    }),
    setStorageSync: syncApi('setStorageSync', (key: string, data: unknown) => box.set(key, data)),
    getStorage: asyncApi<Key>(
      'getStorage',
      o => {
        const found = box.get(o.key, o.encrypt);
        if (!found) throw new ApiFailure('data not found');
        return { data: found.value };
      },
      { required: { key: 'String' } },
    ),
    getStorageSync: syncApi('getStorageSync', (key: string) => {
      const found = box.get(key);
      return found ? found.value : '';
    }),
    removeStorage: asyncApi<Key>('removeStorage', o => box.remove(o.key), { required: { key: 'String' } }),
    removeStorageSync: syncApi('removeStorageSync', (key: string) => box.remove(key)),
  };
}

function batches(box: StorageBox): ApiTable {
  const setAll = (list: Batch['kvList']) => {
    for (const { key, value } of list) box.set(key, value);
  };
  const getAll = (keys: string[]) => keys.map(key => box.get(key)?.value ?? '');
  return {
    batchSetStorage: asyncApi<Batch>('batchSetStorage', o => setAll(o.kvList), {
      required: { kvList: 'Array' },
    }),
    batchSetStorageSync: syncApi('batchSetStorageSync', setAll),
    batchGetStorage: asyncApi<{ keyList: string[] }>(
      'batchGetStorage',
      o => ({ dataList: getAll(o.keyList) }),
      { required: { keyList: 'Array' } },
    ),
    batchGetStorageSync: syncApi('batchGetStorageSync', getAll),
  };
}

/** `wx.*Storage*`: each person of the preview has a store of their own, which survives reloads. */
export function storageApi(host: PreviewHost): ApiTable {
  const box = new StorageBox(globalThis.localStorage, `${STORAGE_PREFIX}${host.settings.person.id}:`);
  return {
    ...singleKeys(box),
    ...batches(box),
    clearStorage: asyncApi('clearStorage', () => box.clear()),
    clearStorageSync: syncApi('clearStorageSync', () => box.clear()),
    getStorageInfo: asyncApi('getStorageInfo', () => box.info()),
    getStorageInfoSync: syncApi('getStorageInfoSync', () => box.info()),
  };
}
