import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on a page, in words that say where, and whether the window is longer than its screen: what scrolls, scrolls inside. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // Only what is wrong, and in the page itself, in which there are no frames: all else is put together in a second page, in twice the time.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  return [
    ...(beyond > 0 ? [`the page is ${beyond} px longer than the window`] : []),
    ...found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    ),
  ];
}
