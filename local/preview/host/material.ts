import type { AppConfig } from '../compiler/app-bundle';
import { keepTemporary, mimeTypeOf } from '../wx/files/file-url';
import { sampleFile } from '../wx/media/samples';
import { launchAt } from './launch';
import type { LaunchOptions, PreviewHost } from './preview-host';

/** Opened with an article or a file out of a chat. */
const SCENE_MATERIAL = 1173;

type Material = NonNullable<LaunchOptions['forwardMaterials']>[number];

/** What `article` stands for; anything else is the name of a sample file. */
const ARTICLE: Material = {
  type: 'text/html',
  name: '秋天去看银杏',
  path: 'https://mp.weixin.qq.com/s/preview-article',
  size: 0,
};

async function materialOf(name: string): Promise<Material> {
  if (name === 'article') return ARTICLE;
  const file = await sampleFile(name);
  const type = mimeTypeOf(name);
  return { type, name, path: await keepTemporary(file, name), size: file.size };
}

interface Declared {
  materialType?: unknown;
  path?: unknown;
}

/** The page app.json's `supportedMaterials` names: the exact type before `application/*`, WeChat's word for any file. */
function pageFor(type: string, config: AppConfig): string {
  const declared = (config['supportedMaterials'] ?? []) as Declared[];
  const wanted = [type, type.replace(/\/.*/, '/*'), 'application/*'];
  const types = wanted.filter(one => type !== 'text/html' || one === type);
  const found = types.flatMap(one => declared.filter(({ materialType }) => materialType === one));
  if (found[0] === undefined) throw new Error(`app.json has no supportedMaterials for ${type}`);
  return String(found[0].path);
}

/** What WeChat launches with when somebody opens a material with the mini program. */
export async function launchWithMaterial(name: string, config: AppConfig): Promise<LaunchOptions> {
  const material = await materialOf(name);
  return {
    ...launchAt(pageFor(material.type, config), SCENE_MATERIAL),
    forwardMaterials: [material],
  };
}

/** The same while the mini program runs: a new foreground entry, then the declared page alone on the stack. */
export async function openMaterial(host: PreviewHost, name: string): Promise<void> {
  const launch = await launchWithMaterial(name, host.appConfig as unknown as AppConfig);
  host.appSwitch.hide();
  host.appSwitch.show(launch);
  await host.navigation.reLaunch({ url: `/${launch.path}` });
}
