import { StudioError } from '../../../sim-core/contract/errors.ts';

const begin = '<!-- backtest: begin -->';
const end = '<!-- backtest: end -->';

/** `text` with what stands between the backtest's markers replaced. Throws `backtest.no-markers` where they are missing. */
export function betweenMarkers(text: string, replacement: string, file: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new StudioError({
      code: 'backtest.no-markers',
      message: `${file} has no place for the backtest.`,
      hint: `Write the lines ${begin} and ${end} where its table shall stand.`,
      where: file,
    });
  }
  return `${text.slice(0, from + begin.length)}\n${replacement}\n${text.slice(to)}`;
}
