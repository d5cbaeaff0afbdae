import { draftHead, headList, headValue, withHead } from '../../../state/proposals/draft-head.ts';
import { useStudio } from '../../../state/studio-context.tsx';

/** The head of the draft in hand, as a form reads and writes it: what it says stands in the file. */
export interface Head {
  readonly text: string;
  value(key: string): string;
  list(key: string): readonly string[] | undefined;
  set(key: string, value: string | readonly string[]): void;
}

export function useHead(text: string): Head {
  const { proposals } = useStudio();
  const head = draftHead(text);
  return {
    text,
    value: (key) => headValue(head, key),
    list: (key) => headList(head, key),
    set: (key, value) => proposals.editing.write(withHead(text, key, value)),
  };
}
