/** What a page says of itself. */
export interface LinkView {
  /** Canonical. */
  url: string;
  /** False: nothing could be read, the link itself is all there is. */
  found: boolean;
  title?: string;
  author?: string;
  cover?: string;
  /** The page says that it is gone. */
  dead: boolean;
}

export interface LinksApi {
  /** Never fails because of the page: what cannot be read is `found: false`. */
  'links.describe': { input: { url: string }; data: LinkView };
}
