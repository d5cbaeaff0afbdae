import type { ChecklistItem } from './checklist.ts';

/** What must not be in a policy of the page. */
const unsafe = ["'unsafe-inline'", "'unsafe-eval'", 'http:', 'https:', '*'];

const outside = 'https://elsewhere.example/';

/** Emits an event of the first window's contents, as Electron would; true if the app prevented it. */
function prevented(
  contents: { emit(name: string, event: object): boolean } | undefined,
  name: string,
  details: object,
): boolean {
  let stopped = false;
  contents?.emit(name, {
    ...details,
    preventDefault() {
      stopped = true;
    },
  });
  return stopped;
}

/** What may be loaded, and where a window may go. */
export const contentItems: readonly ChecklistItem[] = [
  {
    number: 1,
    title: 'only secure content',
    async faults({ desktop: { shim, page } }) {
      const { defaultSession } = shim.electron.session;
      const urls = [
        'http://elsewhere.example/',
        outside,
        'ws://elsewhere.example/',
        'wss://elsewhere.example/',
      ];
      return [
        ...(shim.schemes.privilegesOf('app')?.secure === true ? [] : ['the scheme is not secure']),
        ...((await page.evaluate(() => isSecureContext)) ? [] : ['the page is no secure context']),
        ...urls.flatMap((url) => (defaultSession.isCancelled(url) ? [] : [`${url} is loaded`])),
      ];
    },
  },
  {
    number: 5,
    title: 'permissions are refused',
    async faults({ desktop: { shim } }) {
      const permissions = [
        'media',
        'geolocation',
        'notifications',
        'clipboard-read',
        'fileSystem',
        'hid',
        'usb',
      ];
      const granted = shim.electron.session.defaultSession.granted(permissions);
      return [
        ...granted.requested.map((permission) => `${permission} is granted`),
        ...granted.checked.map((permission) => `${permission} is said to be granted`),
        ...(granted.devices ? ['devices are granted'] : []),
      ];
    },
  },
  {
    number: 7,
    title: 'a content security policy',
    async faults({ answer }) {
      const policies = new Map<string, string>();
      for (const url of ['app://studio/', 'app://studio/worker.js'])
        policies.set(url, (await answer(url)).headers.get('content-security-policy') ?? '');
      return [...policies].flatMap(([url, policy]) => [
        ...(policy.includes("default-src 'none'") ? [] : [`${url} allows what is not named`]),
        ...unsafe.flatMap((word) => (policy.split(/[\s;]+/).includes(word) ? [`${url} allows ${word}`] : [])),
      ]);
    },
  },
  {
    number: 12,
    title: 'no webview attaches',
    async faults({ desktop: { shim } }) {
      const [window] = shim.electron.BrowserWindow.getAllWindows();
      return prevented(window?.webContents, 'will-attach-webview', {}) ? [] : ['one does'];
    },
  },
  {
    number: 13,
    title: 'windows stay on the page',
    async faults({ desktop: { shim } }) {
      const [window] = shim.electron.BrowserWindow.getAllWindows();
      const ways = ['will-navigate', 'will-redirect'].map((name) => [
        name,
        { url: outside, isMainFrame: true },
      ]);
      const frames = ['will-frame-navigate', { url: outside, isMainFrame: false }];
      return [...ways, frames].flatMap(([name, details]) =>
        prevented(window?.webContents, String(name), Object(details)) ? [] : [`${name} is allowed`],
      );
    },
  },
  {
    number: 18,
    title: 'no file: pages',
    async faults({ desktop: { shim, page }, answer }) {
      const paths = ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json'];
      const shown: string[] = [];
      for (const path of paths) if ((await answer(`app://studio${path}`)).status !== 404) shown.push(path);
      const isOurs = shim.schemes.fromWeb(page.url()).startsWith('app://studio/');
      return [
        ...(isOurs ? [] : [`the window shows ${page.url()}`]),
        ...(shim.electron.session.defaultSession.isCancelled('file:///etc/passwd')
          ? []
          : ['file: is loaded']),
        ...((await answer('app://elsewhere/')).status === 404 ? [] : ['another host is answered']),
        ...shown.map((path) => `${path} is shown`),
      ];
    },
  },
];
