import { type BuiltinNode, defineBuiltin } from './builtin';
import { TEXT_FIELD_CSS, TEXT_FIELD_DEFAULTS, TextField } from './text-field';

const DEFAULTS = {
  ...TEXT_FIELD_DEFAULTS,
  type: 'text',
  password: false,
  confirmType: 'done',
  alwaysEmbed: false,
  safePasswordCertPath: '',
  safePasswordLength: null as unknown,
  safePasswordTimeStamp: null as unknown,
  safePasswordNonce: '',
  safePasswordSalt: '',
  safePasswordCustomHash: '',
};

/** What the phone's keyboards for these types cannot type. */
const FORBIDDEN: Record<string, RegExp> = { number: /[^0-9]/g, digit: /[^0-9.]/g, idcard: /[^0-9xX]/g };
const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' };
const ENTER_KEYS = new Set(['send', 'search', 'next', 'go', 'done']);

interface PrivacyApi {
  requirePrivacyAuthorize(options: { referrer: string }): Promise<unknown>;
}

/** WeChat's keyboard offers the person's own name for `type="nickname"`; here it is a suggestion. */
function offerNickname(node: BuiltinNode<typeof DEFAULTS>, control: HTMLInputElement): void {
  const list = document.createElement('datalist');
  list.id = `wx-nickname-${crypto.randomUUID()}`;
  const option = document.createElement('option');
  option.value = node.host.settings.person.name;
  list.append(option);
  node.root.append(list);
  control.setAttribute('list', list.id);
  // A nickname is personal data: the keyboard comes up once the person agreed to the privacy agreement.
  control.addEventListener('focus', () => {
    const { wx } = globalThis as unknown as { wx: PrivacyApi };
    wx.requirePrivacyAuthorize({ referrer: 'input.nickname' }).catch(() => control.blur());
  });
  control.addEventListener('change', () => node.fire('nicknamereview', { pass: true, timeout: false }));
}

export const input = defineBuiltin({
  tag: 'input',
  defaults: DEFAULTS,
  css: `${TEXT_FIELD_CSS}
wx-input{display:block;height:1.4rem;min-height:1.4rem;overflow:hidden;text-overflow:clip;white-space:nowrap;cursor:auto}
wx-input wx-field-placeholder{bottom:0;display:flow-root;height:fit-content;margin:auto 0;white-space:nowrap}
`,
  create(node) {
    const control = document.createElement('input');
    const filter = (text: string) => {
      const forbidden = FORBIDDEN[node.data.type];
      return forbidden ? text.replace(forbidden, '') : text;
    };
    const field = new TextField(node, control, filter);
    control.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.isComposing) field.confirm();
    });
    let offersNickname = false;
    return {
      semantics: control,
      update(changed) {
        const { type, password, confirmType } = node.data;
        control.type = password || type === 'safe-password' ? 'password' : 'text';
        control.inputMode = KEYBOARDS[type] ?? 'text';
        control.enterKeyHint = ENTER_KEYS.has(confirmType) ? confirmType : 'done';
        field.update(changed);
        if (type === 'nickname' && !offersNickname) {
          offersNickname = true;
          offerNickname(node, control);
        }
      },
      attached: () => field.attached(),
      detached: () => field.detached(),
      activate: () => field.takeFocus(),
      formValue: () => field.formValue(),
      reset: () => field.reset(),
    };
  },
});
