/** One protection taken away: a text of the installed app, and what stands in its place once it is gone. */
export interface Removal {
  /** The item of the checklist that has to notice. */
  readonly item: number;
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const main = 'dist/electron/main.js';
const preload = 'dist/electron/preload.cjs';

const inMain = (item: number, what: string, from: string, to: string): Removal => ({
  ...{ item, what, file: main, from, to },
});
const inWindow = (item: number, what: string, to: string, from: string): Removal =>
  inMain(item, what, from, to);
const addedToWindow = (item: number, what: string, added: string): Removal =>
  inMain(item, what, 'webPreferences: {', `webPreferences: { ${added},`);
const inFuses = (what: string, from: string, to: string): Removal => ({
  ...{ item: 19, what, file: 'scripts/desktop/fuses.mjs', from, to },
});

/** Every protection that the app has for an item of the checklist, removed by itself. */
export const removals: readonly Removal[] = [
  inMain(1, 'http is loaded', '"http://*/*"', '"nothing://*/*"'),
  inMain(1, 'https is loaded', '"https://*/*"', '"nothing://*/*"'),
  inMain(1, 'web sockets open', '"wss://*/*"', '"nothing://*/*"'),
  inMain(1, 'the scheme is not secure', 'secure: true', 'secure: false'),
  inWindow(2, 'Node in the page', 'nodeIntegration: true', 'nodeIntegration: false'),
  addedToWindow(2, 'Node in workers', 'nodeIntegrationInWorker: true'),
  inWindow(3, 'one world for page and preload', 'contextIsolation: false', 'contextIsolation: true'),
  inWindow(4, 'a window without sandbox', 'sandbox: false', 'sandbox: true'),
  inMain(4, 'processes without sandbox', 'app.enableSandbox();', ''),
  inMain(5, 'permissions asked for', 'decide(granted.has(permission))', 'decide(true)'),
  inMain(5, 'permissions checked', '(_contents, permission) => granted.has(permission)', '() => true'),
  inMain(5, 'devices', 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'),
  inWindow(6, 'no web security', 'webSecurity: false', 'webSecurity: true'),
  inMain(7, 'no policy for the page', `"default-src": "'none'",`, ''),
  inMain(7, 'inline scripts', `'wasm-unsafe-eval'`, `'unsafe-inline'`),
  inMain(7, 'scripts from text', `'wasm-unsafe-eval'`, `'unsafe-eval'`),
  inMain(
    7,
    'no policy for workers',
    `"default-src": "'none'",\n\t\t"script-src": "'self' 'wasm-unsafe-eval'"\n`,
    '',
  ),
  addedToWindow(8, 'insecure content', 'allowRunningInsecureContent: true'),
  addedToWindow(9, 'experimental features', 'experimentalFeatures: true'),
  addedToWindow(10, "features of Blink's own", 'enableBlinkFeatures: "X"'),
  inWindow(11, 'webviews', 'webviewTag: true', 'webviewTag: false'),
  inMain(12, 'a webview attaches', 'contents.on("will-attach-webview"', 'contents.on("never"'),
  inMain(13, 'the window navigates', 'contents.on("will-navigate"', 'contents.on("never"'),
  inMain(13, 'the window is redirected', 'contents.on("will-redirect"', 'contents.on("never"'),
  inMain(13, 'a frame navigates', 'contents.on("will-frame-navigate"', 'contents.on("never"'),
  inMain(14, 'windows open', '{ action: "deny" }', '{ action: "allow" }'),
  inMain(15, 'any scheme opens outside', '["http:", "https:"].includes(new URL(url).protocol)', 'true'),
  inMain(15, 'nobody is asked', 'if (response === 0) await', 'await'),
  {
    item: 16,
    what: 'an old Electron',
    file: 'package.json',
    from: '"electron": "',
    to: '"electron": "28.0.0", "was": "',
  },
  { item: 16, what: 'any Electron', file: 'package.json', from: '"electron": "', to: '"electron": "^' },
  inMain(17, 'every frame is answered', 'if (!isFromPage(event)) return refusal;', ''),
  inMain(17, 'frames within are answered', 'senderFrame.parent === null && ', ''),
  inMain(17, 'other hosts are answered', ' && host === pageHost', ''),
  inMain(18, 'files are loaded', '"file://*/*"', '"nothing://*/*"'),
  inMain(18, 'any host is our page', 'isPageUrl(url) && method === "GET"', 'method === "GET"'),
  inMain(18, 'paths lead out', '!names.includes(wanted)', 'false'),
  inFuses('Electron as Node', 'RunAsNode]: false', 'RunAsNode]: true'),
  inFuses(
    'NODE_OPTIONS',
    'EnableNodeOptionsEnvironmentVariable]: false',
    'EnableNodeOptionsEnvironmentVariable]: true',
  ),
  inFuses('--inspect', 'EnableNodeCliInspectArguments]: false', 'EnableNodeCliInspectArguments]: true'),
  inFuses('cookies in the clear', 'EnableCookieEncryption]: true', 'EnableCookieEncryption]: false'),
  inFuses(
    'a changed archive',
    'EnableEmbeddedAsarIntegrityValidation]: true',
    'EnableEmbeddedAsarIntegrityValidation]: false',
  ),
  inFuses('another folder for the archive', 'OnlyLoadAppFromAsar]: true', 'OnlyLoadAppFromAsar]: false'),
  inFuses(
    'file: as in old days',
    'GrantFileProtocolExtraPrivileges]: false',
    'GrantFileProtocolExtraPrivileges]: true',
  ),
  { item: 19, what: 'no fuses set', file: 'electron-builder.yml', from: 'afterPack:', to: 'afterSign:' },
  {
    ...{ item: 20, what: "Electron's own object for the page", file: preload },
    ...{ from: 'call: (name, input)', to: 'invoke: electron.ipcRenderer.invoke, call: (name, input)' },
  },
];

/** One removal of each item at a time: what is no protection of an item must not trouble it. */
export function rounds(): readonly (readonly Removal[])[] {
  const nth = new Map<number, number>();
  const groups: Removal[][] = [];
  for (const removal of removals) {
    const place = nth.get(removal.item) ?? 0;
    nth.set(removal.item, place + 1);
    const group = groups[place] ?? [];
    group.push(removal);
    groups[place] = group;
  }
  return groups;
}
