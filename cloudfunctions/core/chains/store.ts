import { collection } from '../platform/database';
import { type ChainDocument, parseChain } from './document';

const chains = collection('chains');

/** One chain with its seat book, whatever its state: one request. */
export async function findChain(chainId: string): Promise<ChainDocument | undefined> {
  const [document] = await chains.find({ _id: chainId }, { limit: 1 });
  return document === undefined ? undefined : parseChain(document);
}
