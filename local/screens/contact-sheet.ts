import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Scene } from './scene';
import { nameOf, type Variant } from './variant';

/** What was seen of one scene in one variant. */
export interface Shot {
  scene: Scene;
  variant: Variant;
  flaws: string[];
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);

/** Name of a picture in the folder of the sheet. */
export const fileOf = ({ scene, variant }: Omit<Shot, 'flaws'>): string =>
  `${scene.name}.${nameOf(variant)}.png`;

function cell(shot: Shot): string {
  const list = shot.flaws.map(flaw => `<li>${escaped(flaw)}</li>`).join('');
  const file = fileOf(shot);
  return `<td><a href="${file}"><img loading="lazy" src="${file}" width="${shot.variant.width / 2}" alt="${file}"></a>${list && `<ul>${list}</ul>`}</td>`;
}

const STYLE = `body{font:13px/1.4 system-ui,sans-serif;margin:16px;background:#e9ece9}
table{border-collapse:collapse}th,td{padding:6px;vertical-align:top;text-align:left}
thead th{position:sticky;top:0;background:#e9ece9}img{display:block;border-radius:8px}ul{margin:4px 0;padding-left:16px;color:#a00;max-width:220px}`;

/** One page with every picture: a row a scene, a column a variant, findings below each. */
export function writeContactSheet(folder: string, shots: Shot[]): void {
  const columns = [...new Set(shots.map(({ variant }) => nameOf(variant)))];
  const rows = [...new Set(shots.map(({ scene }) => scene))].map(scene => {
    const cells = columns.map(column => {
      const shot = shots.find(found => found.scene === scene && nameOf(found.variant) === column);
      return shot ? cell(shot) : '<td></td>';
    });
    return `<tr><th>${escaped(scene.name)}<br><small>${escaped(scene.page)}</small></th>${cells.join('')}</tr>`;
  });
  const head = columns.map(column => `<th>${column}</th>`).join('');
  writeFileSync(
    path.join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>理一理: every screen</title><style>${STYLE}</style>
<table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`,
  );
}
