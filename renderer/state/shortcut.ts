const isMac = (): boolean => /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** Whether a key press is a shortcut such as `Mod+Shift+.`: `Mod` is Cmd on a Mac, Ctrl elsewhere. */
export function matchesShortcut(shortcut: string, event: KeyboardEvent, mac = isMac()): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  // A sign such as `?` is what the keys come to, whichever they are on this keyboard.
  if (shortcut === '?') return event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other || event.altKey || mod !== parts.includes('Mod')) return false;
  const same = event.key.toLowerCase() === key.toLowerCase() || event.code === codes.get(key);
  return same && event.shiftKey === parts.includes('Shift');
}

/** Keys whose character changes with Shift. */
const codes = new Map([
  ['.', 'Period'],
  [';', 'Semicolon'],
]);

/** A shortcut as its keys are labelled: `Ctrl Shift .`, or `⌘⇧.` on a Mac. */
export function shortcutText(shortcut: string, mac = isMac()): string {
  const parts = shortcut.split('+');
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join(' ');
  const signs = new Map([
    ['Mod', '⌘'],
    ['Shift', '⇧'],
    ['Enter', '↩'],
  ]);
  return parts.map((part) => signs.get(part) ?? part).join('');
}
