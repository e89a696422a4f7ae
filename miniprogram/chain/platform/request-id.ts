/** Names one thing a person did, so that sending it again does not do it twice. */
export const newRequestId = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
