import { received } from '../../../miniprogram/platform/navigation';

describe('what a page was opened with', () => {
  it('is decoded, since WeChat hands it over as it stands in the address', () => {
    const filter = JSON.stringify({ silence: 'silent', tag: '本地 100%' });
    expect(received({ kind: 'follow', filter: encodeURIComponent(filter) })).toEqual({
      kind: 'follow',
      filter,
    });
  });

  it('stays as it is when it is no encoded text', () => {
    expect(received({ query: '省 50%', none: undefined })).toEqual({ query: '省 50%', none: undefined });
  });
});
