import { describe, expect, it } from 'vitest';
import { bootShim } from './boot-shim.ts';
import { describeDesktop } from './desktop-spec.ts';

describe('the desktop, its built main process and preload over Chromium', () => {
  let shim: Awaited<ReturnType<typeof bootShim>>['shim'];
  describeDesktop(async () => {
    const desktop = await bootShim();
    shim = desktop.shim;
    return desktop;
  });

  it('locks its windows', () => {
    const [window] = shim.electron.BrowserWindow.getAllWindows();
    expect(shim.electron.app.sandboxed).toBe(true);
    expect(window?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });
});
