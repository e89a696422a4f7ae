import fs from 'node:fs';
import path from 'node:path';
import { build, formatMessages } from 'esbuild';

export interface BrowserBundle {
  script: string;
  map: string;
  css: string;
}

/**
 * Bundles one of the preview's own browser parts (`local/preview/<name>`). A part that does not build becomes a
 * script that says so in the console, so that the rest of the page still comes.
 */
export async function bundleForBrowser(entry: string, name: string): Promise<BrowserBundle> {
  if (!fs.existsSync(entry))
    return failed(`${path.basename(path.dirname(entry))}/${path.basename(entry)} is missing`);
  try {
    const built = await build({
      entryPoints: [entry],
      outfile: `${name}.js`,
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      sourcemap: 'external',
      legalComments: 'none',
      // Parsing is most of a phone's start; names stay, so stacks can be read without the map.
      minifyWhitespace: true,
      minifySyntax: true,
      logLevel: 'silent',
      loader: { '.svg': 'text' },
    });
    const text = (suffix: string) => built.outputFiles.find(file => file.path.endsWith(suffix))?.text ?? '';
    return {
      script: `${text('.js')}\n//# sourceMappingURL=/-/${name}.js.map\n`,
      map: text('.js.map'),
      css: text('.css'),
    };
  } catch (error) {
    return failed(
      (await formatMessages((error as { errors: [] }).errors ?? [], { kind: 'error' })).join('\n'),
    );
  }
}

function failed(message: string): BrowserBundle {
  return { script: `console.error(${JSON.stringify(message)});`, map: '', css: '' };
}
