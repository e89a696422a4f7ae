import { readFileSync } from 'node:fs';
import path from 'node:path';
import { purposeOf } from '../../../miniprogram/copy/privacy';

type Privacy = typeof import('../../../miniprogram/platform/privacy');
type Decision = { event: string; buttonId?: string };
type Need = (decide: (decision: Decision) => void, info: { referrer: string }) => void;

/** A mini program just started; `need` is WeChat holding back a call, with what it was told since. */
function started() {
  let need: Need = () => undefined;
  const onNeedPrivacyAuthorization = (listener: Need) => {
    need = listener;
  };
  Object.assign(globalThis, { wx: { canIUse: () => true, onNeedPrivacyAuthorization } });
  jest.resetModules();
  const privacy: Privacy = jest.requireActual('../../../miniprogram/platform/privacy');
  privacy.watchPrivacy();
  const hold = (referrer: string) => {
    const told: string[] = [];
    need(({ event, buttonId = '' }) => told.push(`${event}${buttonId}`), { referrer });
    return told;
  };
  return { privacy, hold };
}

describe('a call held back for consent', () => {
  it('is asked about on the page shown, and goes on when the button was tapped', () => {
    const { privacy, hold } = started();
    const asked: string[] = [];
    privacy.beginAsking(api => asked.push(api));
    const told = hold('chooseMedia');
    expect(asked).toEqual(['chooseMedia']);
    privacy.agreeToPrivacy('yes');
    expect(told).toEqual(['exposureAuthorization', 'agreeyes']);
  });

  it('shares the question and the answer with others that wait', () => {
    const { privacy, hold } = started();
    const asked: string[] = [];
    privacy.beginAsking(api => asked.push(api));
    const both = [hold('chooseMedia'), hold('setClipboardData')];
    expect(asked).toEqual(['chooseMedia']);
    privacy.refusePrivacy();
    privacy.refusePrivacy();
    for (const told of both) expect(told).toEqual(['exposureAuthorization', 'disagree']);
    hold('chooseMedia');
    expect(asked).toHaveLength(2);
  });

  it('is refused when its page is left without an answer', () => {
    const { privacy, hold } = started();
    const asker = () => undefined;
    privacy.beginAsking(asker);
    const told = hold('chooseMedia');
    privacy.stopAsking(asker);
    expect(told).toEqual(['exposureAuthorization', 'disagree']);
  });

  it('waits on while a page behind the one that asks goes away', () => {
    const { privacy, hold } = started();
    const behind = () => undefined;
    privacy.beginAsking(behind);
    privacy.beginAsking(() => undefined);
    const told = hold('chooseMedia');
    privacy.stopAsking(behind);
    expect(told).toEqual(['exposureAuthorization']);
  });

  it('is refused at once where no page can ask', () => {
    const { hold } = started();
    expect(hold('chooseMedia')).toEqual(['disagree']);
  });
});

it('says what each permission is for and what is left without it', () => {
  const gated = [
    'chooseMessageFile',
    'chooseMedia',
    'setClipboardData',
    'saveImageToPhotosAlbum',
    'createVKSession',
    'button.chooseAvatar',
    'input.nickname',
  ];
  const purposes = gated.map(purposeOf);
  expect(new Set(purposes.map(({ title }) => title)).size).toBe(gated.length);
  for (const { otherwise } of purposes) expect(otherwise).toMatch(/^不同意/);
});

const root = path.resolve(__dirname, '../../../miniprogram');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const GATED =
  /\b(copyText|choosePictures?|chooseChatFile|saveToAlbum|readPicture|openInWeChat)\b|chooseAvatar|type="nickname"/;

/** Every page of app.json with all the scripts of its folder. */
function pagesWithScripts(): { page: string; text: string; markup: string }[] {
  const { pages, subPackages } = JSON.parse(read('app.json')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  const all = [
    ...pages,
    ...subPackages.flatMap(({ root: of, pages: own }) => own.map(page => `${of}/${page}`)),
  ];
  return all.map(page => {
    const scripts = [...read(`${page}.ts`).matchAll(/from '(\.[^']+)'/g)]
      .map(([, from = '']) => path.join(path.dirname(page), from))
      .filter(from => from.includes('pages/'));
    const markup = read(`${page}.wxml`);
    return {
      page,
      text: [markup, read(`${page}.ts`), ...scripts.map(from => read(`${from}.ts`))].join('\n'),
      markup,
    };
  });
}

it('can be asked on every page that needs consent for something', () => {
  const gated = pagesWithScripts().filter(({ text }) => GATED.test(text));
  expect(gated.length).toBeGreaterThan(8);
  expect(gated.filter(({ markup }) => !markup.includes('<privacy-sheet')).map(({ page }) => page)).toEqual(
    [],
  );
});
