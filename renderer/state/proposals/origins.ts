import type { ComposeAsked } from '../../../main/api/proposals/proposals-api.ts';

/** What a draft was made from. */
export interface DraftOrigin {
  readonly asked: ComposeAsked;
  /** Of the spec that is proposed, as it was then. */
  readonly specDigest: string;
}

/** Remembers it for each draft, by its `key`, so that it can be told when the scenario has moved on. */
export interface Origins {
  note(key: string, origin: DraftOrigin): void;
  of(key: string): DraftOrigin | undefined;
}

const keptAs = (key: string): string => `studio.proposal-origin:${key}`;

export const createOrigins = (storage: Storage): Origins => ({
  note: (key, origin) => storage.setItem(keptAs(key), JSON.stringify(origin)),
  of(key) {
    try {
      const kept: unknown = JSON.parse(storage.getItem(keptAs(key)) ?? 'null');
      // `note` wrote it; what somebody else has written there has no such part.
      return typeof kept === 'object' && kept !== null && 'asked' in kept ? (kept as DraftOrigin) : undefined;
    } catch {
      return undefined;
    }
  },
});
