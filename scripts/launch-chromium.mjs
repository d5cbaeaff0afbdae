// The Chromium that tests drive, and that scripts measure and take pictures with.
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/**
 * Starts Chromium; its sandbox does not start for root, which containers run as.
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Error} where there is none
 */
export async function launchChromium() {
  const executablePath = await findChromium();
  if (executablePath === undefined)
    throw new Error(
      'No Chromium: run `npm test`, which finds or installs one, or set CHROMIUM to the path of one.',
    );
  return await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
