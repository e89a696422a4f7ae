export interface SentMessage {
  /** Epoch ms of the cloud's clock. */
  at: number;
  templateId?: string;
  page?: string;
  data?: Record<string, { value?: string | number }>;
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/-/cloud/control/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 120)}`);
  return (await response.json()) as T;
}

/** The local cloud's switches, through the preview's proxy. All reject when it does not answer. */
export const cloudControl = {
  /** Epoch ms. */
  now: async (): Promise<number> => (await ask<{ now: number }>('state')).now,
  /** Timers that fall due run before this resolves. */
  advance: async (ms: number): Promise<number> =>
    (await ask<{ now: number }>('clock', { advanceMs: ms })).now,
  sent: async (openid: string): Promise<SentMessage[]> =>
    (await ask<{ sent: SentMessage[] }>(`sent?${new URLSearchParams({ openid })}`)).sent,
  reset: async (): Promise<void> => {
    await ask('reset', {});
  },
};
