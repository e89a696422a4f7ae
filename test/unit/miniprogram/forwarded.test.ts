import { canReadPictures, readPicture } from '../../../miniprogram/platform/picture-text';

type Materials = typeof import('../../../miniprogram/platform/materials');
const scope = globalThis as { wx?: unknown };

const article = { type: 'text/html', name: '秋天去看银杏', path: 'https://mp.weixin.qq.com/s/a', size: 0 };
const list = { type: 'text/plain', name: '名单.txt', path: 'wxfile://tmp_1.txt', size: 12 };

/** A mini program that was just started. */
const started = (): Materials => {
  jest.resetModules();
  return jest.requireActual('../../../miniprogram/platform/materials');
};
const enterWith = (scene: number, forwardMaterials?: object[]) => {
  scope.wx = { getEnterOptionsSync: () => ({ scene, forwardMaterials }) };
};

describe('what was brought out of a chat', () => {
  it('is a link with its title, or a file', () => {
    const { takeForwarded } = started();
    enterWith(1173, [article, list]);
    expect(takeForwarded(true)).toEqual([
      { link: article.path, title: article.name },
      { file: { name: list.name, path: list.path, size: list.size } },
    ]);
  });

  it('is taken once, however often WeChat shows the page with it', () => {
    const { takeForwarded } = started();
    enterWith(1173, [article]);
    expect(takeForwarded(true)).toHaveLength(1);
    expect(takeForwarded(false)).toEqual([]);
    enterWith(1173, [list]);
    expect(takeForwarded(false)).toHaveLength(1);
  });

  it('is taken again when it was sent again', () => {
    const { takeForwarded } = started();
    enterWith(1173, [article]);
    takeForwarded(true);
    expect(takeForwarded(true)).toHaveLength(1);
  });

  it('is nothing in any other scene', () => {
    const { takeForwarded } = started();
    enterWith(1001, [article]);
    expect(takeForwarded(true)).toEqual([]);
    enterWith(1173);
    expect(takeForwarded(true)).toEqual([]);
  });
});

describe('a choice of files', () => {
  const failing = (failure: object) => {
    const fail = () => Promise.reject(failure);
    scope.wx = { chooseMessageFile: fail, chooseMedia: fail };
  };

  it('tells a refused privacy guide from a change of mind', async () => {
    const { chooseChatFile, choosePicture } = started();
    failing({ errMsg: 'chooseMessageFile:fail cancel' });
    expect(await chooseChatFile()).toBeUndefined();
    failing({ errno: 104, errMsg: 'chooseMedia:fail privacy permission is not authorized' });
    expect([await chooseChatFile(), await choosePicture()]).toEqual(['refused', 'refused']);
  });
});

/** A phone whose recognition answers in its own way. */
function phone(runOCR: (told: (anchors: object[]) => void) => void, startFailure = 0) {
  const heard: Record<string, (anchors: object[]) => void> = {};
  const session = {
    on: (event: string, listener: (anchors: object[]) => void) => {
      heard[event] = listener;
    },
    start: (done: (failure: number) => void) => done(startFailure),
    runOCR: jest.fn(() => runOCR(anchors => heard['updateAnchors']?.(anchors))),
    destroy: jest.fn(),
  };
  const picture = { onload: () => undefined, src: '' };
  Object.defineProperty(picture, 'src', { set: () => picture.onload() });
  const context = { drawImage: jest.fn(), getImageData: () => ({ data: { buffer: new ArrayBuffer(8) } }) };
  scope.wx = {
    canIUse: () => true,
    isVKSupport: () => true,
    getImageInfo: async () => ({ width: 1_000, height: 4_000 }),
    createOffscreenCanvas: () => ({ createImage: () => picture, getContext: () => context }),
    createVKSession: () => session,
  };
  return session;
}

describe('reading a screenshot', () => {
  it('gives the lines without blanks, from a picture no longer than 2,000 pixels', async () => {
    const session = phone(tell => tell([{ text: '人民日报' }, { text: ' 微信团队\n\n丁香医生 ' }]));
    expect(canReadPictures()).toBe(true);
    expect(await readPicture('wxfile://shot.png')).toEqual(['人民日报', '微信团队', '丁香医生']);
    expect(session.runOCR).toHaveBeenCalledWith(expect.objectContaining({ width: 500, height: 2_000 }));
    expect(session.destroy).toHaveBeenCalled();
  });

  it('ends without lines, and without a session left open, where the phone fails', async () => {
    const session = phone(() => undefined, 2_000_004);
    expect(await readPicture('wxfile://shot.png')).toBeUndefined();
    expect(session.destroy).toHaveBeenCalled();
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    phone(() => undefined);
    const read = readPicture('wxfile://shot.png');
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await read).toBeUndefined();
    jest.useRealTimers();
  });

  it('is not offered where WeChat has no such thing', () => {
    scope.wx = { canIUse: () => false };
    expect(canReadPictures()).toBe(false);
  });
});
