import { type Annotation, nextTo } from '../../../state/timeline/annotation.ts';

/** Days that Page keys, and arrow keys with Shift, move. */
const far = 30;

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Where a key moves the day that is looked at; undefined where it means nothing. Never outside 0 to `last`. */
export function movedDay(
  { key, shiftKey }: Pressed,
  at: number,
  last: number,
  annotations: readonly Annotation[],
): number | undefined {
  const step = shiftKey ? far : 1;
  const { before, after } = nextTo(annotations, at);
  const to = {
    ...{ ArrowRight: at + step, ArrowUp: at + step, PageUp: at + far, End: last },
    ...{ ArrowLeft: at - step, ArrowDown: at - step, PageDown: at - far, Home: 0 },
    ...{ '[': before?.tick ?? at, ']': after?.tick ?? at },
  }[key];
  return to === undefined ? undefined : Math.min(last, Math.max(0, to));
}
