import type { Session } from 'electron';

type RequestListener = (
  details: { readonly url: string },
  decide: (answer: { cancel?: boolean }) => void,
) => void;
type PermissionListener = Parameters<Session['setPermissionRequestHandler']>[0];

/** `session.defaultSession`: keeps what the app decided, so that a test can ask. */
export class ShimSession {
  #requestListener: { readonly patterns: readonly RegExp[]; readonly listener: RequestListener } | undefined;
  permissionRequest: PermissionListener = null;
  permissionCheck: (() => boolean) | null = null;
  devicePermission: (() => boolean) | null = null;

  readonly webRequest = {
    onBeforeRequest: ({ urls }: { readonly urls: readonly string[] }, listener: RequestListener): void => {
      this.#requestListener = { patterns: urls.map(patternOf), listener };
    },
  };

  setPermissionRequestHandler(handler: PermissionListener): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }

  /** True if the app cancels requests for `url`. */
  isCancelled(url: string): boolean {
    const { patterns, listener } = this.#requestListener ?? { patterns: [], listener: () => {} };
    let cancelled = false;
    if (patterns.some((pattern) => pattern.test(url))) {
      listener({ url }, ({ cancel = false }) => {
        cancelled = cancel;
      });
    }
    return cancelled;
  }
}

/** `https://*` followed by a path is Electron's spelling of a pattern. */
const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );
