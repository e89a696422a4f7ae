import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { decodeBytes, encodeText } from '../files/encoding';
import type { PrivacyGate } from '../person/privacy';

/** What `VKSession.start` reports on a phone that has no vision kit. */
const VK_UNSUPPORTED_DEVICE = 2000003;

function visionSession(gate: PrivacyGate) {
  const nothing = () => undefined;
  return {
    start(callback: (status: number) => void): void {
      gate.pass('createVKSession').then(
        () => callback(VK_UNSUPPORTED_DEVICE),
        () => callback(VK_UNSUPPORTED_DEVICE),
      );
    },
    stop: nothing,
    destroy: nothing,
    on: nothing,
    off: nothing,
    runOCR: () => {
      throw new Error('runOCR:fail this device has no vision kit');
    },
  };
}

function randomValues({ length }: { length: number }) {
  return { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer };
}

/** The phone's own abilities: what a desktop lacks fails as on a phone without it. */
export function deviceApi(gate: PrivacyGate): ApiTable {
  const vibrate = (ms: number) => () => void navigator.vibrate?.(ms);
  const noCamera = () => {
    throw new ApiFailure('there is no camera in the preview');
  };
  return {
    vibrateShort: asyncApi('vibrateShort', vibrate(15)),
    vibrateLong: asyncApi('vibrateLong', vibrate(400)),
    scanCode: asyncApi('scanCode', noCamera),
    isVKSupport: () => false,
    createVKSession: () => visionSession(gate),
    createWorker: () => {
      throw new Error('wx.createWorker is not in the preview');
    },
    setKeepScreenOn: asyncApi('setKeepScreenOn', () => undefined),
    getRandomValues: asyncApi<{ length: number }>('getRandomValues', randomValues, {
      required: { length: 'Number' },
    }),
    arrayBufferToBase64: (buffer: ArrayBuffer) => decodeBytes(new Uint8Array(buffer), 'base64'),
    base64ToArrayBuffer: (text: string) => encodeText(text, 'base64').buffer,
  };
}
