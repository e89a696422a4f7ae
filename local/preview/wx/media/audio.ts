import type { ApiTable } from '../api-call';
import { fileUrl } from '../files/file-url';
import { Listeners } from '../listeners';
import { nameUnknown } from '../unknown-api';

const EVENTS: Record<string, string> = {
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Error: 'error',
  Canplay: 'canplay',
};

/** `wx.createInnerAudioContext()` over the browser's audio element. */
function createInnerAudioContext(): ApiTable {
  const audio = new Audio();
  const context: ApiTable = {
    play: () => void audio.play(),
    pause: () => audio.pause(),
    stop: () => {
      audio.pause();
      audio.currentTime = 0;
    },
    seek: (seconds: number) => {
      audio.currentTime = seconds;
    },
    destroy: () => audio.removeAttribute('src'),
  };
  for (const [name, event] of Object.entries(EVENTS)) {
    const listeners = new Listeners<object>();
    audio.addEventListener(event, () => listeners.emit({}));
    context[`on${name}`] = (listener: () => void) => listeners.add(listener);
    context[`off${name}`] = (listener?: () => void) => listeners.remove(listener);
  }
  for (const name of [
    'currentTime',
    'duration',
    'paused',
    'loop',
    'volume',
    'autoplay',
    'playbackRate',
  ] as const) {
    Object.defineProperty(context, name, {
      get: () => audio[name],
      set: (value: unknown) => Reflect.set(audio, name, value),
    });
  }
  Object.defineProperty(context, 'src', {
    get: () => audio.src,
    set: (src: string) => {
      audio.src = fileUrl(src);
    },
  });
  return nameUnknown('InnerAudioContext', context);
}

export function audioApi(): ApiTable {
  return { createInnerAudioContext };
}
