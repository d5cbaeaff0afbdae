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
    const { app, BrowserWindow } = shim.electron;
    expect(app.sandboxed).toBe(true);
    expect(BrowserWindow.getAllWindows()[0]?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('grants no permission but to copy', () => {
    const { defaultSession } = shim.electron.session;
    const permissions = [
      'geolocation',
      'media',
      'notifications',
      'openExternal',
      'clipboard-read',
      'fileSystem',
    ];
    const copy = 'clipboard-sanitized-write';
    expect(defaultSession.granted([...permissions, copy])).toEqual({
      requested: [copy],
      checked: [copy],
      devices: false,
    });
  });

  it('refused by its own decision whatever was refused, and let nothing reach the network', () => {
    expect(shim.refusals).toContainEqual({ by: 'will-navigate', url: 'https://evil.example/' });
    expect(shim.refusals).toContainEqual({ by: 'window-open-handler', url: 'https://docs.example/hip-20' });
    expect(shim.refusals).toContainEqual({ by: 'web-request', url: 'https://evil.example/from-elsewhere' });
    expect(shim.refusals.filter(({ by }) => by === 'nobody')).toEqual([]);
  });

  it('lets no webview attach', () => {
    const [window] = shim.electron.BrowserWindow.getAllWindows();
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    window?.webContents.emit('will-attach-webview', { preventDefault });
    expect(prevented).toBe(true);
  });

  it('says when its page has stopped, and opens it again', async () => {
    const [window] = shim.electron.BrowserWindow.getAllWindows();
    const shown = new Promise((resolve) => window?.once('ready-to-show', resolve));
    window?.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    await shown;
    expect(shim.told.map(({ message }) => message)).toContain('The page of DePIN Studio has stopped.');
  });
});
