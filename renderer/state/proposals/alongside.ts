import type { VerifyAsked } from '../../../main/api/proposals/verify-asked.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Settings } from '../settings.ts';
import { createStore, type Store } from '../store.ts';

/** What the person gives beside the text of somebody's proposal, until the window is closed. */
export interface Alongside {
  /** The bundle that travels with it; absent: it is looked for among the project's proposals. */
  readonly bundle: Store<GivenBundle | undefined>;
  /** Takes a CAR file. Rejects where it is too large for a page. */
  take(file: File): Promise<void>;
  /** Lets code of these hashes run, as long as this window is open. */
  trust(ids: readonly string[]): void;
  /** What every call that runs the evidence is told of it. */
  asked(): Omit<VerifyAsked, 'text'>;
}

interface GivenBundle {
  readonly name: string;
  readonly base64: string;
}

/** What fits into one call as base64. */
const largest = 20 * 1024 * 1024;

export function createAlongside(settings: Pick<Store<Settings>, 'get'>): Alongside {
  const bundle = createStore<GivenBundle | undefined>(undefined);
  const trusted = new Set<string>();
  return {
    bundle,
    async take(file) {
      if (file.size > largest)
        throw new StudioError({
          code: 'bundle.too-large',
          message: `${file.name} is larger than 20 MB.`,
          hint: 'Put it into the folder proposals of your project: it is found there by its name.',
        });
      bundle.set({ name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) });
    },
    trust(ids) {
      for (const id of ids) trusted.add(id);
    },
    asked() {
      const { engines } = settings.get();
      const { base64 } = bundle.get() ?? {};
      return {
        ...(base64 === undefined ? {} : { bundle: base64 }),
        ...(trusted.size === 0 ? {} : { trust: [...trusted] }),
        ...(engines === '' ? {} : { engines: [engines] }),
      };
    },
  };
}

/** In pieces, since a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
