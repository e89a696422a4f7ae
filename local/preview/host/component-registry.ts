import type { CodeSpace, ComponentEnv } from 'glass-easel-miniprogram-adapter';
import { markUnknownComponent } from '../builtins/unknown-component';
import type { AppBundle, ComponentBundle } from '../compiler/app-bundle';
import { hookTemplate } from './template-hooks';
import type { WxBehaviors } from './wx-behaviors';

type Definition = Record<string, unknown> & {
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
};
type Construct = (definition?: unknown) => unknown;

/** Runs the scripts of pages and components, each once, with `Page`, `Component` and `Behavior` in scope. */
export class ComponentRegistry {
  private readonly bundles: ReadonlyMap<string, ComponentBundle>;
  private readonly started = new Set<string>();

  constructor(
    private readonly app: AppBundle,
    private readonly codeSpace: CodeSpace,
    private readonly behaviors: WxBehaviors,
    private readonly reportError: (error: unknown, where: string) => void,
  ) {
    this.bundles = new Map(app.components.map(bundle => [bundle.path, bundle]));
    for (const { path, json } of app.components) {
      codeSpace.addComponentStaticConfig(path, json as Parameters<CodeSpace['addComponentStaticConfig']>[1]);
      const template = app.templates[path];
      if (template)
        codeSpace.addCompiledTemplate(path, { ...this.template(hookTemplate(template, reportError)) });
    }
    // Components without a sheet have class prefixes too.
    for (const { path, scope } of app.components)
      codeSpace.addStyleSheet(path, undefined, scope || undefined);
    for (const { path, scope } of app.sheets) codeSpace.addStyleSheet(path, path, scope || undefined);
    this.defineMissing();
    const space = codeSpace.getComponentSpace();
    // A placeholder is on screen: fetch the real component, as WeChat does with its subpackage.
    space.setComponentWaitingListener((_isPublic, path) => setTimeout(() => this.load(path), 0));
  }

  bundle(path: string): ComponentBundle | undefined {
    return this.bundles.get(path);
  }

  loadAll(): void {
    for (const { path } of this.app.components) this.load(path);
  }

  /** Loads a component after those it uses; those with a placeholder wait until they are on screen. */
  load(path: string): void {
    const bundle = this.bundles.get(path);
    if (!bundle || this.started.has(path)) return;
    this.started.add(path);
    const { usingComponents, componentPlaceholder = {}, componentGenerics = {} } = bundle.json;
    for (const [name, used] of Object.entries(usingComponents)) {
      if (!(name in componentPlaceholder)) this.load(used.replace(/^\//, ''));
    }
    for (const generic of Object.values(componentGenerics)) {
      if (generic !== true && generic.default) this.load(generic.default.replace(/^\//, ''));
    }
    this.run(bundle);
  }

  private run(bundle: ComponentBundle): void {
    const { path } = bundle;
    try {
      this.codeSpace.componentEnv(path, env => this.withGlobals(env, bundle, bundle.load));
    } catch (error) {
      this.reportError(error, path);
    }
    const space = this.codeSpace.getComponentSpace();
    if (space.getComponentByUrlWithoutDefault(`/${path}`, '')) return;
    console.warn(`${path} calls neither Page() nor Component(); it is shown without a script.`);
    this.codeSpace.component(path).definition({}).register();
  }

  private withGlobals(env: ComponentEnv, bundle: ComponentBundle, run: () => void): void {
    const scope = globalThis as unknown as Record<string, Construct>;
    const wrap =
      (construct: Construct): Construct =>
      definition =>
        definition === undefined ? construct() : construct(this.prepare(definition as Definition, bundle));
    const behavior = env.Behavior as unknown as Construct & { trait: unknown };
    const before = { Page: scope['Page'], Component: scope['Component'] };
    Object.assign(scope, {
      Page: wrap(env.Page as unknown as Construct),
      Component: wrap(env.Component as unknown as Construct),
      // Stays: shared modules may define behaviours at any later moment.
      Behavior: Object.assign(
        (definition?: unknown) =>
          definition === undefined ? behavior() : behavior(this.behaviors.resolve(definition)),
        { trait: behavior.trait },
      ),
    });
    try {
      run();
    } finally {
      Object.assign(scope, before);
    }
  }

  /** `options` in the script may still choose between the two isolations that share a compiled sheet. */
  private prepare(definition: Definition, bundle: ComponentBundle): Definition {
    const wanted =
      definition.options?.styleIsolation ?? (definition.options?.addGlobalClass ? 'apply-shared' : undefined);
    if (bundle.scope !== '' && (wanted === 'apply-shared' || wanted === 'isolated')) {
      bundle.json.styleIsolation = wanted;
    }
    return this.behaviors.resolve(definition);
  }

  private template(content: (name: string) => never) {
    return { groupList: this.app.templates, content, fallbackListenerOnNativeNode: true };
  }

  /** What stands where a declared component does not exist. */
  private defineMissing(): void {
    const space = this.codeSpace.getComponentSpace();
    space.defineComponent({
      is: '',
      lifetimes: {
        created() {
          const node = this.$$ as unknown as HTMLElement | null;
          if (node) markUnknownComponent(node, node.tagName.toLowerCase());
        },
      },
    });
  }
}
