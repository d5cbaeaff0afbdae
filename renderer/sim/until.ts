/** Asks now and whenever something is told, until it is so. */
export function until(subscribe: (listener: () => void) => () => void, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) return resolve();
    const leave = subscribe(() => {
      if (!holds()) return;
      leave();
      resolve();
    });
  });
}
