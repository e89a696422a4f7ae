import { serve } from '../core/gateway/gateway';
import { registry } from './registry';

export const main = serve(registry);
