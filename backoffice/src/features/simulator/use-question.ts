import { useState } from 'react';
import { useUrlState } from '../../shared/list/use-url-state';
import { lineOf, lineText, MOST_IN_ADDRESS, type BasketLine } from './basket';
import type { Question } from './simulator.queries';

const KEY = 'tradeyard.simulator.basket';

function kept(): BasketLine[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as BasketLine[];
  } catch {
    return [];
  }
}

function keep(lines: readonly BasketLine[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // Without storage a long basket lasts as long as the page.
  }
}

/** What the address asks; a basket too long for an address is kept with the tab. */
export function useQuestion(): {
  question: Question;
  set: (change: Partial<Omit<Question, 'lines'>>) => void;
  setLines: (lines: readonly BasketLine[]) => void;
} {
  const url = useUrlState();
  const [long, setLong] = useState(kept);
  const isLong = url.get('basket') === 'kept';
  const question: Question = {
    company: url.get('company'),
    state: url.get('state'),
    date: url.get('date'),
    code: url.get('code'),
    revisions: url.all('revision'),
    order: url.get('order'),
    list: url.get('list'),
    lines: isLong ? long : url.all('line').flatMap((text) => lineOf(text) ?? []),
  };
  return {
    question,
    set: ({ revisions, ...change }) =>
      url.set({ ...change, ...(revisions && { revision: revisions }) }, { replace: true }),
    setLines: (lines) => {
      const tooLong = lines.length > MOST_IN_ADDRESS;
      if (tooLong) {
        keep(lines);
        setLong([...lines]);
      }
      url.set(
        { order: null, list: null, basket: tooLong ? 'kept' : null, line: tooLong ? null : lines.map(lineText) },
        { replace: true },
      );
    },
  };
}
