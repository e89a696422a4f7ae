import type { PreviewHost, TabBarStyle } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';

type Index = { index: number };

function tabBarApi({ tabBar }: PreviewHost): ApiTable {
  const required = { index: 'Number' } as const;
  return {
    showTabBar: asyncApi('showTabBar', () => tabBar.show()),
    hideTabBar: asyncApi('hideTabBar', () => tabBar.hide()),
    setTabBarBadge: asyncApi<Index & { text: string }>('setTabBarBadge', o => tabBar.setBadge(o), {
      required: { index: 'Number', text: 'String' },
    }),
    removeTabBarBadge: asyncApi<Index>('removeTabBarBadge', o => tabBar.removeBadge(o), { required }),
    showTabBarRedDot: asyncApi<Index>('showTabBarRedDot', o => tabBar.showRedDot(o), { required }),
    hideTabBarRedDot: asyncApi<Index>('hideTabBarRedDot', o => tabBar.hideRedDot(o), { required }),
    setTabBarItem: asyncApi<Index & { text?: string }>('setTabBarItem', o => tabBar.setItem(o), { required }),
    setTabBarStyle: asyncApi<TabBarStyle>('setTabBarStyle', o => tabBar.setStyle(o)),
  };
}

function navigationBarApi({ navigationBar: bar }: PreviewHost): ApiTable {
  return {
    setNavigationBarTitle: asyncApi<{ title: string }>('setNavigationBarTitle', o => bar.setTitle(o.title), {
      required: { title: 'String' },
    }),
    setNavigationBarColor: asyncApi<{ frontColor: string; backgroundColor: string }>(
      'setNavigationBarColor',
      o => {
        if (!/^#(000000|ffffff)$/i.test(o.frontColor)) {
          throw new ApiFailure('invalid frontColor, only #000000 and #ffffff are supported');
        }
        bar.setColor(o);
      },
      { required: { frontColor: 'String', backgroundColor: 'String' } },
    ),
    showNavigationBarLoading: asyncApi('showNavigationBarLoading', () => bar.showLoading()),
    hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', () => bar.hideLoading()),
    hideHomeButton: asyncApi('hideHomeButton', () => bar.hideHomeButton()),
  };
}

interface ScrollOptions {
  scrollTop?: number;
  selector?: string;
  duration?: number;
  offsetTop?: number;
}

async function scrollPage(host: PreviewHost, options: ScrollOptions): Promise<void> {
  const page = host.currentPage();
  if (!page) throw new ApiFailure('there is no page');
  await page.scrollTo(options);
}

/** Bars around the page, its background, its scroll position, pull-down and the share menu. */
export function pageChromeApi(host: PreviewHost): ApiTable {
  const { pullDown, share } = host;
  const menus = (o: { menus?: string[] }) => o.menus ?? ['shareAppMessage', 'shareTimeline'];
  return {
    ...tabBarApi(host),
    ...navigationBarApi(host),
    pageScrollTo: asyncApi<ScrollOptions>('pageScrollTo', o => scrollPage(host, o)),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => pullDown.start()),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => pullDown.stop()),
    setBackgroundTextStyle: asyncApi<{ textStyle: 'dark' | 'light' }>('setBackgroundTextStyle', o =>
      pullDown.setBackgroundTextStyle(o.textStyle),
    ),
    setBackgroundColor: asyncApi<{ backgroundColor?: string; backgroundColorTop?: string }>(
      'setBackgroundColor',
      o => pullDown.setBackgroundColor(o.backgroundColorTop ?? o.backgroundColor ?? ''),
    ),
    showShareMenu: asyncApi<{ menus?: string[] }>('showShareMenu', o => share.show(menus(o))),
    hideShareMenu: asyncApi<{ menus?: string[] }>('hideShareMenu', o => share.hide(menus(o))),
    updateShareMenu: asyncApi<object>('updateShareMenu', o => share.update({ ...o })),
  };
}
