import type { MessageTitles } from '../message-titles';

/** Facts of the server that the workbench and the phones need before their first request. */
export interface PageSettings {
  people: Person[];
  /** False when nothing is behind `/-/cloud/`. */
  hasCloud: boolean;
  messageTitles: MessageTitles;
}

export interface Person {
  id: string;
  name: string;
  openid: string;
  /** WeChat's fontSizeScaleFactor. */
  fontScale: number;
}

/** One phone: the overlay and live reload first, so that they work when the rest does not. */
export function phoneDocument(settings: PageSettings): string {
  return documentOf('理一理', settings, ['live', 'host', 'app']);
}

/** The workbench; its script makes the control strip and the phones. */
export function workbenchDocument(settings: PageSettings): string {
  return documentOf('理一理 · 预览', settings, ['strip']);
}

function documentOf(title: string, settings: PageSettings, scripts: string[]): string {
  // `<` would end the script element inside a name.
  const data = JSON.stringify(settings).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title}</title>
<link rel="icon" href="data:,">
${scripts.map(name => `<link rel="stylesheet" href="/-/${name}.css">`).join('\n')}
</head>
<body>
<script>globalThis.__previewSettings = ${data};</script>
${scripts.map(name => `<script src="/-/${name}.js"></script>`).join('\n')}
</body>
</html>
`;
}
