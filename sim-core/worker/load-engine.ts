import type { Engine } from '../contract/engine.ts';
import { StudioError } from '../contract/errors.ts';

/** Imports the engine bundle from `url` (`file:`, `http:`, `app:` …). Throws `engine.unreadable`. */
export async function loadEngine(url: string): Promise<Engine> {
  const loaded: unknown = await import(/* @vite-ignore */ url).catch((error: unknown) => {
    throw unreadable(url, error instanceof Error ? error.message : String(error));
  });
  if (!isEngine(loaded)) throw unreadable(url, 'it is not an engine of DePIN Studio');
  return loaded;
}

const unreadable = (url: string, why: string): StudioError =>
  new StudioError({
    code: 'engine.unreadable',
    message: `The simulation engine ${url} cannot be loaded: ${why}.`,
    hint: 'Build it again with `npm run build`, and reload.',
  });

/** The bundle is ours: that its functions have the right types is checked where it is built. */
function isEngine(loaded: unknown): loaded is Engine {
  if (typeof loaded !== 'object' || loaded === null) return false;
  const module = new Map<string, unknown>(Object.entries(loaded));
  return ['simulate', 'fold', 'describedOf', 'specDigest'].every(
    (name) => typeof module.get(name) === 'function',
  );
}
