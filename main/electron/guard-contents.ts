import { app, type Session } from 'electron';
import { openOutside } from './open-outside.ts';
import { isPageUrl } from './page-url.ts';

/**
 * Keeps windows on the studio's page: no other page, window or webview opens in the app, whatever asks for it. Links to the
 * web open in the person's browser, if the person agrees.
 */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isPageUrl(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isPageUrl(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url);
      return { action: 'deny' };
    });
  });
}

/** Refuses every permission but to copy, and every request to a network: the page needs no more. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(granted.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'];
  session.webRequest.onBeforeRequest({ urls }, (_request, decide) => decide({ cancel: true }));
}

/** Copying text to the clipboard, on a click. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);
