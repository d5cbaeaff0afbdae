import type { ReactElement } from 'react';

/** How far something is, 0 to 1. */
export function ProgressBar({
  label,
  share,
}: {
  readonly label: string;
  readonly share: number;
}): ReactElement {
  const whole = Math.floor(share * 100);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={whole}
    >
      <div style={{ width: `${share * 100}%` }} />
    </div>
  );
}
