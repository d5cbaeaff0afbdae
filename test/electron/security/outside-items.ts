import { FuseV1Options, FuseVersion } from '@electron/fuses';
import type { ChecklistItem } from './checklist.ts';
import { fusesSetBy } from './fuses-set-by.ts';

/** Electron supports its three latest major versions; raise this with the version in package.json. */
const oldestSupported = 43;

/** What each fuse has to be, whatever the packing says. */
const wantedFuses: ReadonlyMap<FuseV1Options, boolean> = new Map([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
]);

const stranger = (url: string) => ({ url, parent: null });

/** What the page can reach, and what can reach the app. */
export const outsideItems: readonly ChecklistItem[] = [
  {
    number: 14,
    title: 'no new windows',
    async faults({ desktop: { shim, page } }) {
      const url = 'app://studio/elsewhere';
      await page.evaluate((address) => void window.open(address), url);
      await page.waitForTimeout(100);
      const refused = shim.refusals.some((each) => each.by === 'window-open-handler' && each.url === url);
      return refused ? [] : ['one was opened'];
    },
  },
  {
    number: 15,
    title: 'nothing opens outside unless it is an address of the web and the person agrees',
    async faults({ desktop: { shim, page } }) {
      const open = async (url: string, press: number): Promise<readonly string[]> => {
        const before = shim.external.length;
        shim.presses.splice(0, shim.presses.length, press);
        await page.evaluate((address) => void window.open(address), url);
        await page.waitForTimeout(100);
        return shim.external.slice(before);
      };
      const faults: string[] = [];
      for (const url of ['file:///etc/passwd', 'smb://host/share', 'ms-msdt:/id'])
        if ((await open(url, 0)).length > 0) faults.push(`${url} was opened`);
      if ((await open('https://docs.example/', 1)).length > 0) faults.push('the person was not asked');
      if ((await open('https://docs.example/', 0)).length === 0) faults.push('nothing opens at all');
      return faults;
    },
  },
  {
    number: 16,
    title: 'a current Electron, and exactly that one',
    async faults({ file }) {
      const version = String(JSON.parse(file('package.json')).devDependencies.electron);
      if (!/^\d+\.\d+\.\d+$/.test(version)) return [`${version} is not one version`];
      return Number.parseInt(version, 10) >= oldestSupported ? [] : [`${version} is no longer supported`];
    },
  },
  {
    number: 17,
    title: 'messages are answered to our page alone',
    async faults({ desktop: { shim } }) {
      const [window] = shim.electron.BrowserWindow.getAllWindows();
      if (window === undefined) return ['there is no window to send from'];
      const top = stranger('app://studio/');
      const senders = [
        ...['https://elsewhere.example/', 'app://elsewhere/', 'file:///x', 'about:blank'].map(stranger),
        { url: 'app://studio/', parent: top },
        null,
      ];
      const faults: string[] = [];
      for (const channel of shim.channels()) {
        for (const senderFrame of senders) {
          const event = { senderFrame, sender: window.webContents };
          const answer = await shim.invoke(channel, event, ['studio.info', {}]).catch(() => ({ ok: false }));
          if (Object(answer).ok !== false) faults.push(`${channel} answers ${senderFrame?.url ?? 'nobody'}`);
        }
      }
      return shim.channels().length > 0 ? faults : ['nothing listens'];
    },
  },
  {
    number: 19,
    title: 'fuses',
    async faults({ file }) {
      const set = await fusesSetBy(file('scripts/desktop/fuses.mjs'), file('electron-builder.yml'));
      return [...wantedFuses].flatMap(([fuse, wanted]) =>
        set?.get(fuse) === wanted ? [] : [`${FuseV1Options[fuse]} is not ${wanted} (${FuseVersion.V1})`],
      );
    },
  },
  {
    number: 20,
    title: 'no API of Electron for the page',
    async faults({ desktop: { page } }) {
      const seen = await page.evaluate(() => ({
        bridge: Object.keys(window.studio),
        names: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
          (n) => n in window,
        ),
      }));
      return [
        ...seen.names.map((name) => `the page has ${name}`),
        ...(seen.bridge.join() === 'call' ? [] : [`the bridge has ${seen.bridge.join(', ')}`]),
      ];
    },
  },
];
