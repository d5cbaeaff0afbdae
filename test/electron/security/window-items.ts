import type { ChecklistItem } from './checklist.ts';
import type { Examined } from './examined.ts';

/** An item that holds where each window was opened with these preferences. */
const preference = (
  number: number,
  title: string,
  wanted: (preferences: Readonly<Record<string, unknown>>) => boolean,
): ChecklistItem => ({
  number,
  title,
  async faults({ preferences }: Examined) {
    const windows = preferences();
    if (windows.length === 0) return ['there is no window to look at'];
    return windows.flatMap((each) => (wanted(each) ? [] : [JSON.stringify(each)]));
  },
});

/** What a window is opened with. */
export const windowItems: readonly ChecklistItem[] = [
  preference(
    2,
    'no Node integration',
    ({ nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames }) =>
      nodeIntegration === false && nodeIntegrationInWorker !== true && nodeIntegrationInSubFrames !== true,
  ),
  preference(3, 'context isolation', ({ contextIsolation }) => contextIsolation === true),
  {
    number: 4,
    title: 'the sandbox',
    async faults({ desktop, preferences }) {
      return [
        ...(desktop.shim.electron.app.sandboxed ? [] : ['not every process is put into it']),
        ...preferences().flatMap(({ sandbox }) => (sandbox === true ? [] : ['a window is outside'])),
      ];
    },
  },
  preference(6, 'web security', ({ webSecurity }) => webSecurity === true),
  preference(
    8,
    'no insecure content in secure pages',
    ({ allowRunningInsecureContent }) => allowRunningInsecureContent !== true,
  ),
  preference(9, 'no experimental features', ({ experimentalFeatures }) => experimentalFeatures !== true),
  preference(10, 'no features of Blink that are off', ({ enableBlinkFeatures }) => !enableBlinkFeatures),
  preference(11, 'no webview, and so none that opens windows', ({ webviewTag }) => webviewTag === false),
];
