import { type HelpTopic, help, topics } from '../copy/help';

export type TopicId = keyof typeof topics;

const topicIds = Object.keys(topics) as TopicId[];
const isTopic = (id: string): id is TopicId => (topicIds as string[]).includes(id);

export const topicRows = topicIds.map(id => {
  const { icon, title, hint } = topics[id];
  return { id, icon, text: title, hint };
});

export interface StepView {
  /** 第 1 步 */
  name: string;
  text: string;
  /** Address of the picture; blank without one. */
  src: string;
  /** What the picture shows, for who cannot see it. */
  label: string;
}

export interface TopicView {
  title: string;
  page: string;
  steps: StepView[];
  /** All of it, to be read aloud. */
  spoken: string;
}

export const noTopic: TopicView = { title: '', page: '', steps: [], spoken: '' };

/** Undefined when there is no such topic. */
export function topicView(id: string): TopicView | undefined {
  if (!isTopic(id)) return undefined;
  const { title, page, steps }: HelpTopic = topics[id];
  return {
    title,
    page,
    spoken: [title, ...steps.map(({ text }, at) => `${help.step(at + 1)}：${text}`)].join('\n'),
    steps: steps.map(({ text, picture }, at) => ({
      name: help.step(at + 1),
      text,
      src: picture === undefined ? '' : `/me/assets/help/${picture.name}.jpg`,
      label: picture === undefined ? '' : help.picture(picture.shows),
    })),
  };
}
