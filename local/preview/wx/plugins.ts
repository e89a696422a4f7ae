import type { PreviewHost } from '../host/preview-host';
import { keepTemporary } from './files/file-url';

/** 同声传译 takes no more at once, bytes of UTF-8. */
const MOST_BYTES = 1_000;
const MS_A_CHARACTER = 30;
const SAMPLES_A_SECOND = 8_000;

interface SpeechOptions {
  content: string;
  success?: (spoken: { retcode: 0; origin: string; filename: string; expired_time: number }) => void;
  fail?: (failure: { retcode: number; msg: string }) => void;
}

/** Silence of that length as a WAV file: 8 bits, one channel. */
function silence(ms: number): Blob {
  const samples = Math.round((ms / 1_000) * SAMPLES_A_SECOND);
  const header = new DataView(new ArrayBuffer(44));
  const write = (at: number, text: string) => {
    for (let index = 0; index < text.length; index += 1) header.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  header.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, SAMPLES_A_SECOND, true);
  header.setUint32(28, SAMPLES_A_SECOND, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  write(36, 'data');
  header.setUint32(40, samples, true);
  return new Blob([header, new Uint8Array(samples).fill(128)], { type: 'audio/wav' });
}

/** `textToSpeech` of WechatSI: over the phone's network, and as long as the text; nothing is heard. */
function wechatSI(host: PreviewHost) {
  const speak = async ({ content, success, fail }: SpeechOptions) => {
    const isTooLong = new TextEncoder().encode(content).length > MOST_BYTES;
    if (!host.settings.online || isTooLong || content === '') {
      fail?.({ retcode: -20003, msg: 'the preview makes no sound of this text' });
      return;
    }
    const filename = await keepTemporary(silence(content.length * MS_A_CHARACTER), 'speech.wav');
    success?.({
      retcode: 0,
      origin: content,
      filename,
      expired_time: Math.round(Date.now() / 1_000) + 10_800,
    });
  };
  return { textToSpeech: (options: SpeechOptions) => void speak(options) };
}

/** The one plugin there is a stand-in for, as if the mini program had added it; `?plugins=false` takes it away. */
export const requirePlugin = (host: PreviewHost) => (name: string) => {
  if (name === 'WechatSI' && host.settings.plugins) return wechatSI(host);
  throw new Error(`requirePlugin: the preview has no plugins (${name})`);
};
