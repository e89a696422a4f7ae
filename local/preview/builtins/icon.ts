import { defineBuiltin } from './builtin';
import { pixels } from './length';

const DISC = '<circle cx="12" cy="12" r="11" fill="currentColor"/>';
const RING = '<circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const line = (d: string, colour = '#fff') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Colour WeChat gives the type, and our drawing of it. */
const ICONS: Record<string, [colour: string, drawing: string]> = {
  success: ['#09BB07', DISC + line('m7 12.5 3.5 3.5 6.5-7.5')],
  success_no_circle: ['#09BB07', line('m4 12.5 5.5 5.5 10.5-12', 'currentColor')],
  success_circle: ['#09BB07', RING + line('m7 12.5 3.5 3.5 6.5-7.5', 'currentColor')],
  info: ['#10AEFF', `${DISC}${line('M12 11v6')}<circle cx="12" cy="7.5" r="1.3" fill="#fff"/>`],
  info_circle: ['#10AEFF', `${RING}${line('M12 11v6M12 7.4v.2', 'currentColor')}`],
  warn: ['#F76260', `${DISC}${line('M12 6.5v7')}<circle cx="12" cy="17" r="1.3" fill="#fff"/>`],
  waiting: ['#10AEFF', DISC + line('M12 6v6.5l4 2.5')],
  waiting_circle: ['#10AEFF', RING + line('M12 6v6.5l4 2.5', 'currentColor')],
  download: ['#09BB07', RING + line('M12 6v9m-4-3.5 4 4 4-4M8 18h8', 'currentColor')],
  cancel: ['#F43530', RING + line('m8.5 8.5 7 7m0-7-7 7', 'currentColor')],
  clear: ['#B2B2B2', DISC + line('m8.5 8.5 7 7m0-7-7 7')],
  search: ['#B2B2B2', line('M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5L20 20', 'currentColor')],
};

const SIZE_PX = 23;

export const icon = defineBuiltin({
  tag: 'icon',
  defaults: { type: '', size: null as unknown, color: '' },
  css: 'wx-icon{display:inline-block;line-height:0;vertical-align:middle}',
  create: node => ({
    update() {
      const { type, size, color } = node.data;
      const length = pixels(size ?? SIZE_PX, node.host.settings.width);
      const [colour, drawing] = ICONS[type] ?? ['', ''];
      node.root.innerHTML = `<svg viewBox="0 0 24 24" width="${length}" height="${length}" aria-hidden="true">${drawing}</svg>`;
      node.root.style.color = color || colour;
    },
  }),
});
