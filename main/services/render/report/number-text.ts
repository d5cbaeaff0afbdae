/** Six digits that matter, in groups of three; `–` where there is no number. */
export function numberText(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(3);
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}

/** Whole per cent, and a tenth where that would round a chance to none or to certainty. */
export function percentText(share: number): string {
  const percent = share * 100;
  const rounded = percent.toFixed(0);
  const misleads = (rounded === '0' && share > 0) || (rounded === '100' && share < 1);
  return `${misleads ? percent.toFixed(1) : rounded} %`;
}
