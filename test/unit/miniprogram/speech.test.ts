import { speechParts } from '../../../miniprogram/view/speech-parts';

type Speech = typeof import('../../../miniprogram/platform/speech');

const bytes = (text: string) => Buffer.byteLength(text);

describe('what is read aloud', () => {
  it('is said in whole sentences of at most 1,000 bytes, nothing left out', () => {
    const text = '您报好了，是第 12 号。周六上午九点，在体育馆。'.repeat(40);
    const parts = speechParts(text);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every(part => bytes(part) <= 1_000 && /[。，]$/.test(part))).toBe(true);
    expect(parts.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
  });

  it('is cut between letters where a sentence is too long, and is nothing where nothing is said', () => {
    const parts = speechParts('很'.repeat(700));
    expect(parts.map(bytes)).toEqual([999, 999, 102]);
    expect(speechParts(' \n ')).toEqual([]);
  });
});

/** A phone with the plugin; `sounds` are told by hand what happens to them. */
function phone(
  textToSpeech: ((options: { content: string; success(r: object): void; fail(): void }) => void) | undefined,
) {
  const sounds: { src: string; ended(): void; error(): void; destroyed: boolean }[] = [];
  const createInnerAudioContext = () => {
    const sound = { src: '', ended: () => undefined, error: () => undefined, destroyed: false };
    sounds.push(sound);
    return Object.assign(sound, {
      play: () => undefined,
      destroy: () => Object.assign(sound, { destroyed: true }),
      onEnded: (heard: () => undefined) => Object.assign(sound, { ended: heard }),
      onError: (heard: () => undefined) => Object.assign(sound, { error: heard }),
    });
  };
  const requirePlugin = () => {
    if (textToSpeech === undefined) throw new Error('plugin is not defined');
    return { textToSpeech };
  };
  Object.assign(globalThis, { requirePlugin, wx: { createInnerAudioContext, canIUse: () => false } });
  jest.resetModules();
  const speech: Speech = jest.requireActual('../../../miniprogram/platform/speech');
  return { speech, sounds };
}

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('the voice', () => {
  it('is not offered where the plugin was not added', () => {
    expect(phone(undefined).speech.canSpeak()).toBe(false);
    expect(phone(() => undefined).speech.canSpeak()).toBe(true);
  });

  it('says one part after the other and then is done', async () => {
    const { speech, sounds } = phone(({ content, success }) => success({ filename: `/${content}` }));
    const endings: string[] = [];
    speech.speak(['一', '二'], ending => endings.push(ending));
    await settled();
    const heard = [sounds[0]?.src];
    sounds[0]?.ended();
    await settled();
    heard.push(sounds[0]?.src);
    sounds[0]?.ended();
    await settled();
    expect([heard, endings, sounds[0]?.destroyed]).toEqual([['/一', '/二'], ['done'], true]);
  });

  it('stops when it shall, and when something else is to be said', async () => {
    const { speech, sounds } = phone(({ content, success }) => success({ filename: content }));
    const endings: string[] = [];
    speech.speak(['一'], ending => endings.push(`一 ${ending}`));
    speech.speak(['二'], ending => endings.push(`二 ${ending}`));
    speech.stopSpeaking();
    await settled();
    expect(endings).toEqual(['一 stopped', '二 stopped']);
    expect(sounds.map(({ src }) => src)).toEqual(['', '']);
  });

  it('says that it failed when there is no sound', async () => {
    const { speech } = phone(({ fail }) => fail());
    const endings: string[] = [];
    speech.speak(['一'], ending => endings.push(ending));
    await settled();
    expect(endings).toEqual(['failed']);
  });
});
