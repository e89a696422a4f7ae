import { chainId } from '../chains/schema';
import { exactObject } from '../gateway/input';

export const chainInput = exactObject({ chainId });
