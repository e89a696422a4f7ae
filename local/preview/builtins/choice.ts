import { type AnyBuiltin, type BuiltinNode, type BuiltinView, defineBuiltin, viewOf } from './builtin';
import { composedPath } from './element-tree';

const DEFAULTS = {
  value: null as unknown,
  checked: false,
  disabled: false,
  color: '#09BB07',
  backgroundColor: '#ffffff',
  borderColor: '#d1d1d1',
  activeBackgroundColor: '#ffffff',
  activeBorderColor: '#d1d1d1',
  iconColor: '',
};

type ChoiceNode = BuiltinNode<typeof DEFAULTS>;
type Kind = 'checkbox' | 'radio';

export const CHOICE_CSS = `
wx-checkbox,wx-radio{display:inline-block;-webkit-tap-highlight-color:transparent}
wx-checkbox-group,wx-radio-group{display:block}
.wx-choice-box{display:inline-flex;vertical-align:middle;align-items:center;justify-content:center;box-sizing:border-box;
  width:22px;height:22px;margin-right:5px;border:1px solid #d1d1d1;border-radius:3px;background:#fff;color:#09bb07}
wx-radio .wx-choice-box{border-radius:50%}
.wx-choice-box svg{width:16px;height:16px;visibility:hidden}
[aria-checked=true]>.wx-choice-box svg{visibility:visible}
[aria-disabled=true]>.wx-choice-box{background:#e1e1e1;color:#adadad}
`;

const TICK = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m2.5 8.5 3.6 3.6 7.4-8" fill="none"';
const STROKE = 'stroke="currentColor" stroke-width="2"/></svg>';

/** A checkbox or radio group: knows its choices, and answers for them in events and forms. */
class ChoiceGroup implements BuiltinView {
  readonly choices = new Set<Choice>();

  constructor(
    readonly node: BuiltinNode<{ name: string }>,
    private readonly kind: Kind,
  ) {
    if (kind === 'radio') node.root.setAttribute('role', 'radiogroup');
  }

  formValue(): unknown {
    const values = this.inOrder()
      .filter(choice => choice.node.data.checked)
      .map(choice => choice.value());
    return this.kind === 'checkbox' ? values : (values[0] ?? '');
  }

  reset(): void {
    for (const choice of this.choices) choice.node.set({ checked: false });
  }

  /** Radios: the chosen one unsets the others. */
  unsetOthers(chosen: Choice): void {
    if (this.kind === 'checkbox') return;
    for (const choice of this.choices) {
      if (choice !== chosen && choice.node.data.checked) choice.node.set({ checked: false });
    }
  }

  private inOrder(): Choice[] {
    return [...this.choices].sort((a, b) => {
      const place = a.node.root.compareDocumentPosition(b.node.root);
      return place & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
  }
}

/** One checkbox or radio. */
class Choice implements BuiltinView {
  private readonly box = document.createElement('span');
  private group: ChoiceGroup | undefined;

  constructor(
    readonly node: ChoiceNode,
    private readonly kind: Kind,
  ) {
    this.box.className = 'wx-choice-box';
    this.box.innerHTML = `${TICK} ${STROKE}`;
    node.root.append(this.box);
    node.root.setAttribute('role', kind);
    node.root.tabIndex = 0;
    node.on('tap', () => this.activate());
  }

  value(): string {
    const { value } = this.node.data;
    return value === null ? '' : String(value);
  }

  attached(): void {
    for (const element of composedPath(this.node.element)) {
      const view = viewOf(element);
      if (view instanceof ChoiceGroup) {
        this.group = view;
        view.choices.add(this);
        return;
      }
    }
  }

  detached(): void {
    this.group?.choices.delete(this);
    this.group = undefined;
  }

  activate(): void {
    const { checked, disabled } = this.node.data;
    if (disabled || (this.kind === 'radio' && checked)) return;
    this.node.set({ checked: !checked });
    this.group?.unsetOthers(this);
    this.group?.node.fire('change', { value: this.group.formValue() });
  }

  update(changed: ReadonlySet<string>): void {
    const { checked, disabled, ...look } = this.node.data;
    this.node.root.setAttribute('aria-checked', String(checked));
    this.node.root.setAttribute('aria-disabled', String(disabled));
    if (changed.has('checked') && checked) this.group?.unsetOthers(this);
    if (disabled) this.box.removeAttribute('style');
    else {
      this.box.style.color = look.iconColor || look.color;
      this.box.style.backgroundColor = checked ? look.activeBackgroundColor : look.backgroundColor;
      this.box.style.borderColor = checked ? look.activeBorderColor : look.borderColor;
    }
  }
}

function defineChoice(kind: Kind): AnyBuiltin {
  return defineBuiltin({ tag: kind, defaults: DEFAULTS, create: node => new Choice(node, kind) });
}

function defineGroup(kind: Kind): AnyBuiltin {
  return defineBuiltin({
    tag: `${kind}-group`,
    defaults: { name: '' },
    css: kind === 'checkbox' ? CHOICE_CSS : '',
    create: node => new ChoiceGroup(node, kind),
  });
}

export const choices: readonly AnyBuiltin[] = [
  defineChoice('checkbox'),
  defineGroup('checkbox'),
  defineChoice('radio'),
  defineGroup('radio'),
];
