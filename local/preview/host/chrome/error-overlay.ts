import { element } from './dom';

/** Shows uncaught errors of the mini program over its page until they are dismissed. */
export class ErrorOverlay {
  private box: HTMLElement | undefined;

  constructor(private readonly layer: HTMLElement) {}

  show(text: string): void {
    if (!this.box) {
      const close = element('button', {}, '知道了');
      close.onclick = () => this.clear();
      this.box = element('div', { class: 'overlay', role: 'alert' }, close);
      this.layer.append(this.box);
    }
    this.box.append(element('div', {}, text));
  }

  clear(): void {
    this.box?.remove();
    this.box = undefined;
  }
}
