import type { Page } from 'playwright-core';

/** The studio's desktop, as the specification sees it: on Electron itself, or on Chromium through the shim. */
export interface Desktop {
  /** The window that opened at the start. */
  readonly page: Page;
  /** A window of the same app, with the same preload, that shows something else. */
  openForeignWindow(url: string): Promise<Page>;
  /** What the person will choose in the next save dialog; null cancels it. */
  willChoose(file: string | null): Promise<void>;
  /** Addresses that were handed to the person's browser. */
  openedOutside(): Promise<readonly string[]>;
  windowCount(): Promise<number>;
  close(): Promise<void>;
}
