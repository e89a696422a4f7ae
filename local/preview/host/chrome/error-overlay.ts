import { element } from '../../element';

/**
 * Tells of uncaught errors of the mini program: a strip over the status bar, where nothing is to be tapped,
 * so that the page stays usable. It opens to the stacks and closes with 知道了.
 */
export class ErrorOverlay {
  private box: HTMLDetailsElement | undefined;
  private count = 0;

  constructor(private readonly layer: HTMLElement) {}

  show(text: string): void {
    const box = this.box ?? this.open();
    this.count += 1;
    const first = text.split('\n', 2).join(' ');
    box.firstElementChild?.replaceChildren(`⚠ ${this.count} 个错误：${first}`);
    box.append(element('pre', {}, text));
  }

  private open(): HTMLDetailsElement {
    const close = element('button', {}, '知道了');
    const box = element('details', { class: 'overlay', role: 'alert' }, element('summary'), close);
    close.onclick = () => {
      box.remove();
      this.box = undefined;
      this.count = 0;
    };
    this.layer.append(box);
    this.box = box;
    return box;
  }
}
