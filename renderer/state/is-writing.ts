const notText = new Set([
  'button',
  'checkbox',
  'radio',
  'range',
  'reset',
  'submit',
  'color',
  'file',
  'image',
]);

/**
 * Whether a key press goes into a text. A field that takes only numbers may let shortcuts through with `data-shortcuts="yes"`
 * while nothing is half written in it.
 */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.dataset.shortcuts === 'yes') return false;
  if (target instanceof HTMLInputElement) return !notText.has(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
