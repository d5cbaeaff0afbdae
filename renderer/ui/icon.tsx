import type { ReactElement } from 'react';

/** Line drawings on a 16 px grid. */
const shapes = {
  library: 'M2.5 3h3v10h-3zM6.5 3h3v10h-3zM10.6 3.6l2.8-.8 2 9.6-2.8.8z',
  run: 'M2 13.5V2.5M2 13.5h12M4.5 10.5l3-3.5 2.5 2 4-5.5',
  play: 'M4.5 2.8v10.4L13 8z',
  pause: 'M5 3v10M11 3v10',
  step: 'M3.5 3v10L10 8zM12.5 3v10',
  cancel: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.5 3.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  pass: 'M3 8.5l3.2 3.2L13 4.5',
  watch: 'M8 3v6.2M8 12.4v.01',
  fail: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9L13 13M13 3l-1.1 1.1M4.1 11.9L3 13',
  moon: 'M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7z',
  screen: 'M2 3h12v8H2zM6 14h4M8 11v3',
  download: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.5 13.5h11',
  warning: 'M8 2L14.8 13.5H1.2zM8 6.5v3.2M8 11.6v.01',
} as const;

export type IconName = keyof typeof shapes;

/** Decoration: what it means is said in words beside it or in its button's name. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  const heavy = name === 'more' || name === 'pause';
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill={name === 'play' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={heavy ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
