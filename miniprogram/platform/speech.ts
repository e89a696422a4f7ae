interface Voice {
  textToSpeech(options: {
    lang: 'zh_CN';
    tts: true;
    /** ≤ 1,000 bytes. */
    content: string;
    success: (spoken: { filename: string }) => void;
    fail: (failure: unknown) => void;
  }): void;
}

/** WeChat's 同声传译. Absent where the mini program has not added the plugin: then nothing offers to read aloud. */
function voice(): Voice | undefined {
  try {
    const { textToSpeech } = requirePlugin('WechatSI') as Partial<Voice>;
    return typeof textToSpeech === 'function' ? { textToSpeech } : undefined;
  } catch {
    return undefined;
  }
}

export const canSpeak = (): boolean => voice() !== undefined;

/** Address of a sound that says the text; rejects when the plugin cannot make one. */
function soundOf(content: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const found = voice();
    if (found === undefined) return reject(new Error('no plugin'));
    const success = ({ filename }: { filename: string }) => resolve(filename);
    found.textToSpeech({ lang: 'zh_CN', tts: true, content, success, fail: reject });
  });
}

/** Silences whoever speaks. */
let hush = (): void => undefined;

export type Ending = 'done' | 'stopped' | 'failed';

/** Says the parts one after the other, also when the phone is muted. Whatever was being said stops. */
export function speak(parts: readonly string[], onEnd: (ending: Ending) => void): void {
  hush();
  const sound = wx.createInnerAudioContext();
  let isOver = false;
  const end = (ending: Ending): void => {
    if (isOver) return;
    isOver = true;
    sound.destroy();
    onEnd(ending);
  };
  hush = () => end('stopped');
  const say = async (index: number): Promise<void> => {
    const part = parts[index];
    if (part === undefined) return end('done');
    try {
      const src = await soundOf(part);
      if (isOver) return;
      sound.src = src;
      sound.play();
    } catch {
      end('failed');
    }
  };
  let at = 0;
  sound.onEnded(() => {
    at += 1;
    void say(at);
  });
  sound.onError(() => end('failed'));
  if (wx.canIUse('setInnerAudioOption')) wx.setInnerAudioOption({ obeyMuteSwitch: false });
  void say(0);
}

export const stopSpeaking = (): void => hush();
