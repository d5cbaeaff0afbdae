import { createHash } from 'node:crypto';
import type { digestOf } from '../../sim-core/kernel/canonical.ts';

/** The same digest as the kernel's, about ten times as fast: a result is checked whole each time it is read. */
export const nativeDigest: typeof digestOf = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `sha256:${hash.digest('hex')}`;
};
