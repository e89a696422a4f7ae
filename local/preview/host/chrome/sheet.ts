import { element } from '../../element';

export const SHEET_CSS = `
.veil{position:absolute;inset:0;background:#0008;display:flex;flex-direction:column;justify-content:flex-end;z-index:5}
.veil.centred{justify-content:center;align-items:center}
.sheet{background:#f7f7f7;border-radius:12px 12px 0 0;padding:16px 16px 34px;color:#111}
.card{background:#fff;border-radius:10px;width:280px;max-width:86%;padding:16px;color:#111}
.card img{display:block;width:100%;aspect-ratio:5/4;object-fit:cover;border-radius:6px;background:#eee;margin:8px 0}
.card .picture{display:grid;place-items:center;aspect-ratio:5/4;border-radius:6px;background:#eee;color:#777;margin:8px 0}
.card .live{color:#b25b00;font-size:13px}
.card .path{color:#777;font-size:12px;word-break:break-all}
.choices{display:flex;flex-direction:column;gap:8px;margin-top:12px}
.choices button{appearance:none;border:0;border-radius:8px;padding:12px;background:#fff;font:inherit;color:inherit;cursor:pointer}
.card .choices button{background:#f2f2f2}
.choices button:disabled{color:#aaa}
[data-theme=dark] :is(.sheet,.card){background:#1e1e1e;color:#e8e8e8}
[data-theme=dark] .choices button{background:#2c2c2c}
[data-theme=dark] .choices button:disabled{color:#777}
.overlay{position:absolute;left:0;right:0;top:0;max-height:60%;overflow:auto;background:#2b0f0f;color:#ffd7d3;z-index:6;
  font:11px/20px ui-monospace,monospace}
.overlay summary{padding:0 12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;cursor:pointer}
.overlay pre{margin:0;padding:4px 12px;font:12px/1.5 ui-monospace,monospace;white-space:pre-wrap;word-break:break-word}
.overlay button{float:right;margin:4px 12px;border:0;border-radius:6px;padding:4px 10px;background:#ffd7d3;color:#2b0f0f;cursor:pointer}
`;

export interface Choice {
  text: string;
  disabled?: boolean;
  run?: () => void;
}

/**
 * A dialog of the phone itself. Any choice closes it; a tap beside it and Escape do what the last choice does.
 */
export function openDialog(
  layer: HTMLElement,
  kind: 'sheet' | 'card',
  label: string,
  content: Node[],
  choices: Choice[],
): void {
  const veil = element('div', { class: kind === 'card' ? 'veil centred' : 'veil' });
  const list = element('div', { class: 'choices' });
  for (const { text, disabled, run } of choices) {
    const button = element('button', {}, text);
    button.disabled = disabled ?? false;
    button.onclick = () => {
      veil.remove();
      run?.();
    };
    list.append(button);
  }
  veil.append(element('div', { class: kind, role: 'dialog', 'aria-label': label }, ...content, list));
  const dismiss = () => {
    veil.remove();
    choices.at(-1)?.run?.();
  };
  veil.onclick = event => {
    if (event.target === veil) dismiss();
  };
  veil.onkeydown = event => {
    if (event.key === 'Escape') dismiss();
  };
  layer.append(veil);
  list.querySelector<HTMLElement>('button:enabled')?.focus({ preventScroll: true });
}
