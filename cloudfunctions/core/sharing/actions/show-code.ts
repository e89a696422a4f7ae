import { defineChainAction } from '../../chains/gate';
import { done, refuse } from '../../gateway/refusal';
import { callOpenapi } from '../../platform/openapi';
import { addressesOf, uploadFile } from '../../platform/storage';
import { chainInput } from '../schema';
import { keepCode, readCard } from '../store';

/** Pixels a side: sharp on a printed poster. */
const WIDTH = 600;

/** Made once a chain; undefined when WeChat makes none. */
async function makeCode(chainId: string): Promise<string | undefined> {
  const { errcode, errmsg, file } = await callOpenapi('wxacode.getUnlimited', {
    ...{ scene: chainId, page: 'chain/pages/detail/detail', width: WIDTH },
    // A page that is not released yet has codes too.
    check_path: false,
  });
  if (file) return uploadFile(`codes/${chainId}.png`, Buffer.from(file));
  console.error('no code', errcode, errmsg);
  return undefined;
}

export const showCode = defineChainAction<'chains.code'>({
  who: 'visitor',
  input: chainInput,
  run: async ({ chainId }) => {
    const { codeFile } = await readCard(chainId);
    const fileId = codeFile ?? (await makeCode(chainId));
    if (fileId === undefined)
      return refuse('UNAVAILABLE', { message: '微信暂时没有生成小程序码，请稍后再试' });
    if (codeFile === undefined) await keepCode(chainId, fileId);
    const url = (await addressesOf([fileId])).get(fileId);
    return url === undefined ? refuse('UNAVAILABLE') : done({ url });
  },
});
