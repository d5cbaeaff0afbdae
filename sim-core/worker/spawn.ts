import type { Remote } from 'comlink';
import type { Problem } from '../contract/errors.ts';
import type { Code, Declaration } from '../contract/extension.ts';
import type { Endpoint } from './protocol.ts';

/** A worker that has been started. */
export interface Worker {
  readonly endpoint: Remote<Endpoint>;
  /** Resolves when its engine is loaded, with what the project's own modules declare; rejects with a `StudioError`. */
  readonly loaded: Promise<readonly Declaration[]>;
  /** Ends it at once; `onDeath` may still be called. */
  terminate(): void;
}

/**
 * Starts a worker: the one thing that differs between platforms. `onDeath` is called, once or more, when the worker ends
 * by itself, with what is known of the reason.
 */
export type Spawn = (onDeath: (problem: Problem) => void) => Worker;

/** Where the built files are. */
export interface WorkerFiles {
  /** `node.ts` or `web.ts`, built. */
  readonly workerUrl: string | URL;
  /** The engine bundle, absolute: the worker imports it. */
  readonly engineUrl: string | URL;
  /** A project's own modules, already trusted. */
  readonly code?: readonly Code[];
  /** The text of another engine to run in place of the bundle, where it reaches neither network nor files. */
  readonly engineText?: string;
}
