import type { PreviewHost } from '../host/preview-host';
import type { ApiTable } from './api-call';
import { canIUse } from './can-i-use';
import { cloudApi } from './cloud/cloud';
import { requestApi } from './cloud/request';
import { fileApi } from './files/file-manager';
import { modalApi } from './layers/modal';
import { actionSheetApi } from './layers/sheet';
import { toastApi } from './layers/toast';
import { audioApi } from './media/audio';
import { canvasApi } from './media/canvas';
import { chooseMediaApi } from './media/choose-media';
import { documentsApi } from './media/documents';
import { messageFileApi } from './media/message-file';
import { appSwitchApi } from './page/app-switch';
import { navigationApi } from './page/navigation';
import { pageChromeApi } from './page/page-chrome';
import { accountApi } from './person/account';
import { PrivacyGate, privacyApi } from './person/privacy';
import { SubscriptionMemory, subscribeApi } from './person/subscribe';
import { animationApi } from './query/animation';
import { intersectionObserverApi } from './query/intersection-observer';
import { mediaQueryObserverApi } from './query/media-query-observer';
import { selectorQueryApi } from './query/selector-query';
import { storageApi } from './storage/storage';
import { appEventsApi } from './system/app-events';
import { clipboardApi } from './system/clipboard';
import { deviceApi } from './system/device';
import { diagnosticsApi } from './system/diagnostics';
import { systemInfoApi } from './system/system-info';
import { nameUnknown } from './unknown-api';

function dialogs(host: PreviewHost, gate: PrivacyGate): ApiTable {
  const { showToastNow, ...toast } = toastApi(host);
  return { ...toast, ...modalApi(host), ...actionSheetApi(host), ...clipboardApi(gate, showToastNow) };
}

/** The `wx` of one phone. Members that are not here can be called and fail, naming themselves. */
export function installWx(host: PreviewHost): ApiTable {
  const privacy = new PrivacyGate(host);
  const subscriptions = new SubscriptionMemory(host);
  const members: ApiTable = {
    ...systemInfoApi(host),
    ...appEventsApi(host),
    ...diagnosticsApi(),
    ...deviceApi(privacy),
    ...dialogs(host, privacy),
    ...navigationApi(host),
    ...pageChromeApi(host),
    ...appSwitchApi(host),
    ...storageApi(host),
    ...fileApi(),
    ...cloudApi(host),
    ...requestApi(host),
    ...selectorQueryApi(host),
    ...intersectionObserverApi(host),
    ...mediaQueryObserverApi(host),
    ...animationApi(),
    ...canvasApi(),
    ...audioApi(),
    ...chooseMediaApi(host, privacy),
    ...messageFileApi(host, privacy),
    ...documentsApi(host, privacy),
    ...privacyApi(host, privacy),
    ...subscribeApi(host, subscriptions),
    ...accountApi(host, subscriptions),
  };
  members['canIUse'] = (schema: string) => canIUse(host, members, schema);
  return nameUnknown('wx', members);
}
