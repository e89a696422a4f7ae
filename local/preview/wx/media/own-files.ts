import { element } from '../../element';

/** Opens the browser's file dialog; empty when it is left without a choice. */
export function pickOwnFiles(accept: string, multiple: boolean): Promise<File[]> {
  const input = element('input', { type: 'file', accept, 'data-testid': 'wx-own-file', hidden: '' });
  input.multiple = multiple;
  document.body.append(input);
  return new Promise(resolve => {
    const settle = () => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', settle);
    input.addEventListener('cancel', settle);
    input.click();
  });
}
