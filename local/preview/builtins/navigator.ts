import { type BuiltinNode, defineBuiltin } from './builtin';

const DEFAULTS = {
  target: 'self',
  url: '',
  openType: 'navigate',
  delta: 1,
  appId: '',
  path: '',
  extraData: null as unknown,
  version: 'release',
  shortLink: '',
  hoverClass: 'navigator-hover',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 600,
};

interface MiniProgramApi {
  navigateToMiniProgram(options: Record<string, unknown>): Promise<unknown>;
  exitMiniProgram(): Promise<unknown>;
}

function go(node: BuiltinNode<typeof DEFAULTS>): Promise<unknown> {
  const { target, url, openType, delta, appId, path, extraData, version, shortLink } = node.data;
  const api = (globalThis as unknown as { wx: MiniProgramApi }).wx;
  const { navigation } = node.host;
  if (openType === 'exit') return api.exitMiniProgram();
  if (target === 'miniProgram') {
    return api.navigateToMiniProgram({ appId, path, extraData, envVersion: version, shortLink });
  }
  switch (openType) {
    case 'redirect':
      return navigation.redirectTo({ url });
    case 'switchTab':
      return navigation.switchTab({ url });
    case 'reLaunch':
      return navigation.reLaunch({ url });
    case 'navigateBack':
      return navigation.navigateBack({ delta });
    default:
      return navigation.navigateTo({ url });
  }
}

const METHODS: Record<string, string> = { navigate: 'navigateTo', redirect: 'redirectTo' };

export const navigator = defineBuiltin({
  tag: 'navigator',
  defaults: DEFAULTS,
  css: `
wx-navigator{display:block;height:auto;width:auto;cursor:pointer}
.navigator-hover{background-color:rgba(0,0,0,.1);opacity:.7}
`,
  create(node) {
    node.root.setAttribute('role', 'link');
    node.root.tabIndex = 0;
    const activate = async () => {
      const { openType } = node.data;
      const method = METHODS[openType] ?? openType;
      try {
        await go(node);
        node.fire('success', { errMsg: `${method}:ok` });
        node.fire('complete', { errMsg: `${method}:ok` });
      } catch (error) {
        const errMsg = error instanceof Error ? error.message : String(error);
        console.warn(errMsg);
        node.fire('fail', { errMsg });
        node.fire('complete', { errMsg });
      }
    };
    node.on('tap', () => void activate());
    return {};
  },
});
