import { describe, expect, it } from 'vitest';
import { shownRows } from './shown-rows.ts';

describe('the rows of a long table that are in sight', () => {
  it('begin with the first and leave room for the rest', () => {
    expect(shownRows(1000, 28, 0, 280)).toEqual({ from: 0, to: 18, above: 0, below: 982 * 28 });
  });

  it('follow as it scrolls, a few more on either side', () => {
    expect(shownRows(1000, 28, 2800, 280)).toEqual({ from: 92, to: 118, above: 92 * 28, below: 882 * 28 });
  });

  it('end with the last, also where it was scrolled beyond', () => {
    expect(shownRows(5, 28, 0, 280)).toEqual({ from: 0, to: 5, above: 0, below: 0 });
    expect(shownRows(5, 28, 9000, 280)).toMatchObject({ from: 5, to: 5, below: 0 });
  });
});
