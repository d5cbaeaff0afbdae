import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import { root } from '../../scripts/root.mjs';
import { bootShim } from './boot-shim.ts';
import { brokenInstallation } from './security/broken-installation.ts';
import { checklist } from './security/checklist.ts';
import { type Examined, examine } from './security/examined.ts';
import { removals, rounds } from './security/protections.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => await browser.close());

describe("Electron's security checklist", () => {
  let app: Examined;
  beforeAll(async () => {
    app = examine(await bootShim({ browser }), path.resolve(root));
  });
  afterAll(async () => await app.desktop.close());

  it('is walked whole', () => {
    expect(checklist.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect([...new Set(removals.map(({ item }) => item))]).toEqual(checklist.map(({ number }) => number));
  });

  it.each(checklist)('item $number: $title', async ({ faults }) => {
    expect(await faults(app)).toEqual([]);
  });
});

// A check that passes whatever the app does would be none. Each protection is taken out of a copy of the built app, one of each item at
// a time: its item has to notice, and the items that keep theirs must not.
describe.each(rounds())('without some of its protections (%#)', (...removed) => {
  let installation: string;
  let app: Examined;
  beforeAll(async () => {
    installation = brokenInstallation(removed);
    app = examine(await bootShim({ browser, installation }), installation);
  });
  afterAll(async () => {
    await app?.desktop.close();
    rmSync(installation, { recursive: true });
  });

  it.each(removed)('item $item notices: $what', async ({ item }) => {
    const found = checklist.find(({ number }) => number === item);
    expect(await found?.faults(app)).not.toEqual([]);
  });

  it('leaves the other items as they were', async () => {
    const gone = new Set(removed.map(({ item }) => item));
    for (const { number, faults } of checklist) if (!gone.has(number)) expect(await faults(app)).toEqual([]);
  });
});
