/** Names of message templates, by id, as WeChat's console shows them. */
export type MessageTitles = Record<string, string>;

const settings = (globalThis as { __previewSettings?: { messageTitles?: MessageTitles } }).__previewSettings;

/** What WeChat calls the messages of a template. */
export const messageTitle = (templateId: string): string | undefined => settings?.messageTitles?.[templateId];
