import type { ContentView } from '../../typings/contract/contents';
import { contents } from '../copy/contents';
import { grouped } from './numbers';

/** The address in what was pasted: shared links often come with a title before them. */
export const addressIn = (text: string): string => /https?:\/\/\S+/i.exec(text)?.[0] ?? text.trim();

export interface ContentScreen {
  url: string;
  facts: { name: string; text: string }[];
  /** What the numbers come to, in words. */
  told: string;
}

export function contentScreen({ url, likes, peakLikes, weight }: ContentView): ContentScreen {
  if (peakLikes === 0) return { url, facts: [], told: contents.none };
  return {
    url,
    facts: [
      { name: contents.likes, text: contents.people(grouped(likes)) },
      { name: contents.peak, text: contents.people(grouped(peakLikes)) },
      { name: contents.weight, text: weight.toFixed(2) },
    ],
    told: likes < peakLikes ? contents.dropped(grouped(peakLikes - likes)) : '',
  };
}
