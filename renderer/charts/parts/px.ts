/** A length in px as it is written: tenths are finer than any screen, and files stay small. */
export const px = (length: number): number => Math.round(length * 10) / 10;
