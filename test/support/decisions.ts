import type { Page } from 'playwright-core';

interface Screen {
  questions: string[];
  /** Rows of a list to choose from. */
  rows: number;
  ways: string[];
}

const readScreen = (page: Page): Promise<Screen> =>
  page.evaluate(() => {
    const QUESTION = '[role=group],[role=radiogroup],input,textarea,[role=checkbox],[role=switch]';
    // These show something or lead back; nothing is done by them.
    const LOOKING = '#scopes,#more,#previous,.answer,.read-aloud';
    const ROW = '.chain';
    const root = document.querySelector('.preview-frame:not([data-hidden]) .preview-view');
    const textOf = (element: Element) =>
      element.getAttribute('aria-label') || element.textContent?.trim() || '';
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const seen = [...(root?.querySelectorAll(`${QUESTION},[role=button]`) ?? [])]
      .filter(element => isSeen(element) && element.closest(LOOKING) === null)
      .filter(element => !element.parentElement?.closest(QUESTION));
    const buttons = seen.filter(element => !element.matches(QUESTION));
    return {
      questions: seen.filter(element => element.matches(QUESTION)).map(textOf),
      rows: buttons.filter(element => element.matches(ROW)).length,
      ways: buttons.filter(element => !element.matches(ROW)).map(textOf),
    };
  });

/**
 * What the screen on top asks of a person, one text a decision (docs/decisions/0133): each question that is filled in; which
 * row of a list; or, where there is neither, what to do next. Beside a question the one button that goes on decides nothing
 * more; any other button does.
 */
export async function decisionsOn(page: Page): Promise<string[]> {
  const { questions, rows, ways } = await readScreen(page);
  if (questions.length > 0) return [...questions, ...ways.slice(1)];
  if (rows > 0) return ['which one', ...ways];
  return ways.length === 0 ? [] : [ways.join(' / ')];
}
