import tcb from '@cloudbase/node-sdk';

export const main = async (event: unknown): Promise<unknown> => ({ ok: true, data: event, sdk: tcb.version });
