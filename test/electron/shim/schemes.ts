import type { CustomScheme, Protocol } from 'electron';

type Answer = Parameters<Protocol['handle']>[1];

/**
 * Chromium has no custom schemes, so `app://studio/x` becomes `https://studio.app.test/x`: it too has an origin and a secure
 * context. The app is told the addresses it knows.
 */
export class Schemes {
  readonly #registered = new Map<string, CustomScheme>();
  readonly #answers = new Map<string, Answer>();
  #ready = false;

  register(scheme: CustomScheme): void {
    if (this.#ready)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    this.#registered.set(scheme.scheme, scheme);
  }

  /** What the app has made of a scheme. */
  privilegesOf(scheme: string): CustomScheme['privileges'] {
    return this.#registered.get(scheme)?.privileges;
  }

  appIsReady(): void {
    this.#ready = true;
  }

  handle(scheme: string, answer: Answer): void {
    if (!this.#ready) throw new Error('protocol.handle can only be used after app is ready');
    this.#answers.set(scheme, answer);
  }

  /** The address that Chromium is given. */
  toWeb(url: string): string {
    const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/]+)(.*)$/s.exec(url) ?? [];
    return this.#registered.has(scheme) ? `https://${host}.${scheme}.test${rest}` : url;
  }

  /** The address that the app is told. */
  fromWeb(url: string): string {
    const [, host = '', scheme = '', rest = ''] = /^https:\/\/([^/]+)\.([a-z]+)\.test(.*)$/s.exec(url) ?? [];
    return this.#registered.has(scheme) ? `${scheme}://${host}${rest}` : url;
  }

  /** What answers an address of the app; undefined for the rest of the world. */
  answerTo(url: string): Answer | undefined {
    return this.#answers.get(url.slice(0, url.indexOf(':')));
  }
}
