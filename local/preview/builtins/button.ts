import { defineBuiltin } from './builtin';
import { BUTTON_CSS } from './button-styles';
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

export const button = defineBuiltin({
  tag: 'button',
  defaults: DEFAULTS,
  css: BUTTON_CSS,
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
