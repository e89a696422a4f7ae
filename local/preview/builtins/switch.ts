import { defineBuiltin } from './builtin';

const DEFAULTS = {
  name: '',
  checked: false,
  disabled: false,
  type: 'switch',
  color: '#04BE02',
};

export const switchControl = defineBuiltin({
  tag: 'switch',
  defaults: DEFAULTS,
  css: `
wx-switch{display:inline-block;vertical-align:middle;-webkit-tap-highlight-color:transparent}
.wx-switch-track{position:relative;display:block;box-sizing:border-box;width:52px;height:32px;border:1px solid #dfdfdf;
  border-radius:16px;background:#dfdfdf;transition:background-color .1s,border .1s}
.wx-switch-track::after{content:'';position:absolute;top:0;left:0;width:30px;height:30px;border-radius:15px;background:#fff;
  box-shadow:0 1px 3px rgba(0,0,0,.4);transition:transform .3s}
[aria-checked=true]>.wx-switch-track::after{transform:translateX(20px)}
.wx-switch-track[data-type=checkbox]{width:22px;height:22px;border:1px solid #d1d1d1;border-radius:3px;background:#fff!important}
.wx-switch-track[data-type=checkbox]::after{content:'✓';inset:0;width:auto;height:auto;background:none;box-shadow:none;
  color:inherit;font-size:16px;line-height:20px;text-align:center;transform:none!important;visibility:hidden}
[aria-checked=true]>.wx-switch-track[data-type=checkbox]::after{visibility:visible}
[aria-disabled=true]>.wx-switch-track{opacity:.7}
`,
  create(node) {
    const track = document.createElement('span');
    track.className = 'wx-switch-track';
    node.root.append(track);
    node.root.tabIndex = 0;
    const activate = () => {
      const { checked, disabled } = node.data;
      if (disabled) return;
      node.set({ checked: !checked });
      node.fire('change', { value: !checked });
    };
    node.on('tap', activate);
    return {
      update() {
        const { checked, disabled, type, color } = node.data;
        node.root.setAttribute('role', type === 'checkbox' ? 'checkbox' : 'switch');
        node.root.setAttribute('aria-checked', String(checked));
        node.root.setAttribute('aria-disabled', String(disabled));
        track.dataset['type'] = type;
        track.style.backgroundColor = checked ? color : '';
        track.style.borderColor = checked ? color : '';
        track.style.color = color;
      },
      activate,
      formValue: () => node.data.checked,
      reset: () => node.set({ checked: false }),
    };
  },
});
