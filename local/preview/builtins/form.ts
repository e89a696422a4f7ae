import type * as glassEasel from 'glass-easel';
import { type BuiltinNode, defineBuiltin, type Values, viewOf } from './builtin';
import { composedPath, visitContent } from './element-tree';
import { isCustomFormField } from './form-field';

const DEFAULTS = { reportSubmit: false, reportSubmitTimeout: 0 };

/** Groups answer for the controls inside them. */
const GROUPS = new Set(['wx-checkbox-group', 'wx-radio-group']);

type FieldVisitor = (name: string, element: glassEasel.GeneralComponent) => void;

/** Every named field of a form, in reading order; fields inside custom components are not the form's. */
function visitFields(node: BuiltinNode<Values>, visit: FieldVisitor): void {
  const { framework } = node.host;
  visitContent(framework, node.element, element => {
    if (!framework.Component.isComponent(element)) return true;
    const isField = viewOf(element)?.formValue !== undefined || isCustomFormField(element);
    if (isField) visit(String(element.data['name'] ?? ''), element);
    return !GROUPS.has(element.is);
  });
}

function collect(node: BuiltinNode<Values>): Values {
  const values: Values = {};
  visitFields(node, (name, element) => {
    if (name === '') return;
    const view = viewOf(element);
    values[name] = view?.formValue ? view.formValue() : element.data['value'];
  });
  return values;
}

/** What a button with `form-type` asks of the form around it, which may be outside the button's component. */
export function sendToForm(button: glassEasel.GeneralComponent, formType: string): void {
  for (const element of composedPath(button)) {
    const view = viewOf(element);
    if (view instanceof FormView) {
      if (formType === 'submit') view.submit(button);
      else view.reset();
      return;
    }
  }
}

class FormView {
  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {}

  submit(button: glassEasel.GeneralComponent): void {
    const target = { id: button.id, dataset: button.dataset };
    const formId = this.node.data.reportSubmit ? { formId: '' } : {};
    this.node.fire('submit', { value: collect(this.node), target, ...formId });
  }

  reset(): void {
    visitFields(this.node, (_name, element) => {
      const view = viewOf(element);
      if (view?.reset) view.reset();
      else if (isCustomFormField(element)) element.setData({ value: '' });
    });
    this.node.fire('reset', { target: { id: this.node.element.id, dataset: this.node.element.dataset } });
  }
}

export const form = defineBuiltin({
  tag: 'form',
  defaults: DEFAULTS,
  css: 'wx-form{display:block}',
  create: node => new FormView(node),
});
