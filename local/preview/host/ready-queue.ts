import type * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

/**
 * glass-easel leaves the `ready` lifetime to its host. Components wait here from `attached` until their
 * page has been drawn; children become ready before their parents, all before the page's onReady.
 */
export class ReadyQueue {
  private readonly waiting = new Set<glassEasel.GeneralComponent>();
  private scheduled = false;

  constructor(codeSpace: CodeSpace) {
    const queue = this;
    const observer = codeSpace.getComponentSpace().defineBehavior({
      is: '',
      lifetimes: {
        attached() {
          queue.add(this as unknown as { _$: glassEasel.GeneralComponent });
        },
      },
    });
    codeSpace.setOverallBehavior(observer as unknown as glassEasel.GeneralBehavior);
  }

  /** Makes every waiting component below `root` ready now. */
  flush(root: glassEasel.Node): void {
    const element = root.asElement();
    if (!element) return;
    const component = element.asGeneralComponent();
    const shadow = component?.getShadowRoot();
    if (shadow) this.flush(shadow);
    for (const child of [...element.childNodes]) this.flush(child);
    if (component && this.waiting.delete(component)) component.triggerLifetime('ready', []);
  }

  private add(instance: { _$: glassEasel.GeneralComponent }): void {
    this.waiting.add(instance._$);
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      for (const component of [...this.waiting]) this.flush(component);
    }, 0);
  }
}
