const svg = (width: number, height: number, shapes: string) =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="currentColor" aria-hidden="true">${shapes}</svg>`;

const outline = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"';

/** Drawn, not written: no font is sure to have them. All take the colour of the text around them. */
export const BAR_ICONS = {
  battery: svg(
    44,
    12,
    `<path d="M0 8h3v4H0zM5 5h3v7H5zM10 2h3v10h-3z"/><rect x="19.5" y=".5" width="21" height="11" rx="3" ${outline} opacity=".5"/>
     <rect x="21" y="2" width="16" height="8" rx="1.5"/><rect x="42" y="4" width="1.5" height="4" rx=".7" opacity=".5"/>`,
  ),
  back: svg(12, 20, `<path d="M10 2 2 10l8 8" ${outline} stroke-width="2"/>`),
  home: svg(20, 20, `<path d="M2 9.5 10 2l8 7.5M4.5 8v10h11V8" ${outline} stroke-width="1.8"/>`),
  menu: svg(
    20,
    8,
    '<circle cx="3" cy="4" r="2"/><circle cx="10" cy="4" r="3"/><circle cx="17" cy="4" r="2"/>',
  ),
  close: svg(
    18,
    18,
    `<circle cx="9" cy="9" r="7.5" ${outline} stroke-width="2"/><circle cx="9" cy="9" r="3.2"/>`,
  ),
};
