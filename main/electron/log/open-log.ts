import path from 'node:path';
import log from 'electron-log/node';
import { maskSecrets } from './mask-secrets.ts';

/** What went on, for a person who looks for the cause of something. */
export interface Log {
  note(text: string): void;
  warn(text: string): void;
  /** With the stack where there is one. */
  error(text: string, thrown?: unknown): void;
}

/** Then the file is renamed to `studio.old.log`, and a new one begins. */
const largest = 2 * 1024 * 1024;

/** Writes to `studio.log` in `folder`: what is secret is masked before it reaches the disk. */
export function openLog(folder: string): Log {
  const logger = log.create({ logId: folder });
  const { console, file } = logger.transports;
  console.level = false;
  file.level = 'info';
  file.maxSize = largest;
  file.format = '{iso} {level} {text}';
  file.resolvePathFn = () => path.join(folder, 'studio.log');
  return {
    note: (text) => logger.info(maskSecrets(text)),
    warn: (text) => logger.warn(maskSecrets(text)),
    error(text, thrown) {
      const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown ?? '');
      logger.error(maskSecrets(`${text} ${cause}`.trim()));
    },
  };
}
