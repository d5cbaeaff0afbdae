import type { ComposeAsked } from '../../../main/api/proposals/proposals-api.ts';

/** What a draft was made from. */
export interface DraftOrigin {
  readonly asked: ComposeAsked;
  /** Of the spec that is proposed, as it was then. */
  readonly specDigest: string;
}

/** Remembers it for each draft, so that it can be told when the scenario has moved on. */
export interface Origins {
  note(id: string, origin: DraftOrigin): void;
  of(id: string): DraftOrigin | undefined;
}

const keyOf = (id: string): string => `studio.proposal-origin:${id}`;

export const createOrigins = (storage: Storage): Origins => ({
  note: (id, origin) => storage.setItem(keyOf(id), JSON.stringify(origin)),
  of(id) {
    try {
      const kept: unknown = JSON.parse(storage.getItem(keyOf(id)) ?? 'null');
      // `note` wrote it; what somebody else has written there has no such part.
      return typeof kept === 'object' && kept !== null && 'asked' in kept ? (kept as DraftOrigin) : undefined;
    } catch {
      return undefined;
    }
  },
});
