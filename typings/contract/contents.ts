/** How a content stands with all people of this mini program; for whoever made it. Names nobody. */
export interface ContentView {
  /** Canonical. */
  url: string;
  /** Live likes now. */
  likes: number;
  /** Highest number of live likes ever, anchored before every cancel. */
  peakLikes: number;
  /** Likes smoothed by exponential decay: a cancelled like fades instead of vanishing. Two decimals. */
  weight: number;
}

export interface ContentsApi {
  'contents.show': { input: { url: string }; data: ContentView };
}
