import { element } from '../element';
import { kindOf, sampleNames } from '../wx/media/samples';
import { button, section } from './dom';

export interface MaterialActions {
  /** In the running mini program. */
  open(name: string): void;
  /** By starting it anew. */
  launch(name: string): void;
}

/** Opens the mini program with an article or a file, as 用小程序打开 in a chat does. */
export function materialPanel({ open, launch }: MaterialActions): HTMLElement {
  const choice = element('select', { 'aria-label': '素材', 'data-testid': 'material' });
  choice.append(element('option', { value: 'article' }, '一篇公众号文章'));
  const addSamples = async () => {
    const files = (await sampleNames()).filter(name => kindOf(name) === 'file');
    choice.append(...files.map(name => element('option', { value: name }, name)));
  };
  addSamples().catch(() => undefined);
  const buttons = [
    button('打开', 'material-open', () => open(choice.value)),
    button('冷启动', 'material-launch', () => launch(choice.value)),
  ];
  return section('聊天里的文章或文件', choice, element('div', { class: 'row' }, ...buttons));
}
