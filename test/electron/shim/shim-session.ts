type RequestListener = (
  details: { readonly url: string },
  decide: (answer: { cancel?: boolean }) => void,
) => void;
type PermissionRequest = (contents: null, permission: string, decide: (granted: boolean) => void) => void;
type PermissionCheck = (contents: null, permission: string) => boolean;

/** `session.defaultSession`: keeps what the app decided, so that a test can ask. */
export class ShimSession {
  #requestListener: { readonly patterns: readonly RegExp[]; readonly listener: RequestListener } | undefined;
  #request: PermissionRequest | undefined;
  #check: PermissionCheck | undefined;
  #device: (() => boolean) | undefined;

  readonly webRequest = {
    onBeforeRequest: ({ urls }: { readonly urls: readonly string[] }, listener: RequestListener): void => {
      this.#requestListener = { patterns: urls.map(patternOf), listener };
    },
  };

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler;
  }

  /** What the app grants of these permissions, if Chromium asks it and if it only checks; and whether any device. */
  granted(permissions: readonly string[]) {
    const requested = permissions.filter((permission) => {
      let granted = true;
      this.#request?.(null, permission, (decision) => {
        granted = decision;
      });
      return granted;
    });
    const checked = permissions.filter((permission) => this.#check?.(null, permission) ?? true);
    return { requested, checked, devices: this.#device?.() ?? true };
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
