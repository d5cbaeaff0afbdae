import type { ReactElement } from 'react';

/** Line drawings on a 16 px grid. */
const shapes = {
  library: 'M2.5 3h3v10h-3zM6.5 3h3v10h-3zM10.6 3.6l2.8-.8 2 9.6-2.8.8z',
  run: 'M2 13.5V2.5M2 13.5h12M4.5 10.5l3-3.5 2.5 2 4-5.5',
  design: 'M2 4h5M11 4h3M2 8h1.5M7.5 8H14M2 12h7M13 12h1M9 2.5v3M5.5 6.5v3M11 10.5v3',
  explore: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM11.5 9.5v4M9.5 11.5h4',
  compare: 'M8 2v12M3 5h3v6H3zM10 3.5h3V11h-3zM5 13.5h6',
  propose: 'M3 2.5h7l3 3v8H3zM5.5 8.5l1.8 1.8 3.2-3.6',
  undo: 'M5.5 2.5L2.5 5.5l3 3M2.5 5.5h6.5a4 4 0 0 1 0 8H5',
  redo: 'M10.5 2.5l3 3-3 3M13.5 5.5H7a4 4 0 0 0 0 8h4',
  add: 'M8 3v10M3 8h10',
  swap: 'M3 5.5h9.5M9.5 2.5l3 3-3 3M13 10.5H3.5M6.5 7.5l-3 3 3 3',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  open: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1',
  back: 'M10 3L5 8l5 5M3 3v10',
  forward: 'M6 3l5 5-5 5M13 3v10',
  note: 'M3 2.5h10v7.5l-3.5 3.5H3zM9.5 13.5V10H13M5.5 5.5h5M5.5 8h3',
  play: 'M4.5 2.8v10.4L13 8z',
  pause: 'M5 3v10M11 3v10',
  step: 'M3.5 3v10L10 8zM12.5 3v10',
  cancel: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  folder: 'M1.5 4v9h13V5.5H8L6.5 4z',
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
  runs: 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M5.5 6.3V13',
  reference: 'M3 2.5h7.5a2 2 0 0 1 2 2v9H5a2 2 0 0 1-2-2zM3 11.5a2 2 0 0 1 2-2h7.5M6 5.5h3.5',
  help: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM6 6.3a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.5M8 11.6v.01',
  settings:
    'M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4',
  keys: 'M1.5 4h13v8.5h-13zM4 6.8h.01M6.7 6.8h.01M9.3 6.8h.01M12 6.8h.01M4.5 9.8h7',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  remove: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.6 9h5.8l.6-9',
  repeat: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  up: 'M8 13V3.5M4 7.2l4-4 4 4',
  down: 'M8 3v9.5M4 8.8l4 4 4-4',
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
