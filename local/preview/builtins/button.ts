import { defineBuiltin } from './builtin';
import { sendToForm } from './form';
import { runOpenType } from './open-type';

const DEFAULTS = {
  size: 'default',
  type: 'default',
  plain: false,
  disabled: false,
  loading: false,
  formType: '',
  openType: '',
  hoverClass: 'button-hover',
  hoverStopPropagation: false,
  hoverStartTime: 20,
  hoverStayTime: 70,
  lang: 'en',
  sessionFrom: '',
  sendMessageTitle: '',
  sendMessagePath: '',
  sendMessageImg: '',
  appParameter: '',
  showMessageCard: false,
  phoneNumberNoQuotaToast: true,
  needShowEntrance: true,
  entrancePath: '',
  activityType: null as unknown,
  shareType: null as unknown,
  shareMode: null as unknown,
  name: '',
};

/** Colours of WeChat's `"style": "v2"`, which app.json of every new project has. */
const CSS = `
wx-button{position:relative;display:block;box-sizing:border-box;width:184px;margin:0 auto;padding:8px 24px;
  border-radius:4px;background:#f2f2f2;color:#06ae56;font-size:17px;font-weight:700;line-height:1.41176471;text-align:center;
  text-decoration:none;overflow:hidden;cursor:pointer;-webkit-tap-highlight-color:transparent}
wx-button::after{content:'';position:absolute;top:0;left:0;box-sizing:border-box;width:200%;height:200%;
  border:1px solid transparent;border-radius:10px;transform:scale(.5);transform-origin:0 0;pointer-events:none}
wx-button[type=primary]{background:#07c160;color:#fff}
wx-button[type=warn]{background:#f2f2f2;color:#fa5151}
wx-button[size=mini]{display:inline-block;width:auto;padding:0 .75em;font-size:16px;line-height:2;vertical-align:middle}
wx-button[plain]{background:transparent;border:1px solid #353535;color:#353535}
wx-button[plain][type=primary]{border-color:#07c160;color:#07c160}
wx-button[plain][type=warn]{border-color:#fa5151;color:#fa5151}
wx-button[disabled]{color:rgba(0,0,0,.2);cursor:default}
wx-button[disabled][type=primary]{background:#07c160;opacity:.5;color:#fff}
wx-button[disabled][type=warn]{opacity:.5;color:#fa5151}
.button-hover{filter:brightness(.93)}
.wx-button-loading{display:inline-block;width:18px;height:18px;margin-right:4px;vertical-align:middle;border-radius:50%;
  border:2px solid currentColor;border-right-color:transparent;box-sizing:border-box;animation:wx-turn 1s linear infinite}
@keyframes wx-turn{to{transform:rotate(360deg)}}
`;

export const button = defineBuiltin({
  tag: 'button',
  defaults: DEFAULTS,
  css: CSS,
  create(node) {
    const { root } = node;
    root.setAttribute('role', 'button');
    root.tabIndex = 0;
    const activate = () => {
      const { disabled, formType, openType } = node.data;
      if (disabled) return;
      if (formType !== '') sendToForm(node.element, formType);
      if (openType !== '') runOpenType(node, openType);
    };
    node.on('tap', activate);
    return {
      update(changed) {
        const { data } = node;
        root.setAttribute('type', data.type);
        root.setAttribute('size', data.size);
        for (const name of ['plain', 'disabled', 'loading'] as const) root.toggleAttribute(name, data[name]);
        root.setAttribute('aria-disabled', String(data.disabled));
        if (changed.has('loading')) showLoading(root, data.loading);
      },
      activate,
    };
  },
});

function showLoading(root: HTMLElement, loading: boolean): void {
  root.querySelector(':scope>.wx-button-loading')?.remove();
  if (!loading) return;
  const spinner = document.createElement('i');
  spinner.className = 'wx-button-loading';
  root.prepend(spinner);
}
