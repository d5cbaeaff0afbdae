import type { Locator } from 'playwright-core';
import { callRoute } from './call-route.ts';
import type { OpenStudio } from './open-studio.ts';

/** A way through the studio as a person goes it; answers how many clicks it took. Typing is not counted. */
type Walk = (studio: OpenStudio) => Promise<number>;

/** Clicks, and counts them. */
function counting() {
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click({ timeout: 30_000 });
  };
  return { click, clicks: () => clicks };
}

const rail = ({ page }: OpenStudio, name: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true });

/** Journey A, "should the halving come earlier?": from the Library, where the scenario Small is, to the draft of a proposal. */
export const walkDesigner: Walk = async (studio) => {
  const { page } = studio;
  const { click, clicks } = counting();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await click(page.getByRole('link', { name: /Small/ }).first());
  await click(page.getByLabel('Selected scenario').getByRole('button', { name: 'Run' }));
  await page.getByText(/^Done: 8 of 8 seeds/).waitFor();
  await click(rail(studio, 'Design'));
  await page.keyboard.press('/');
  await page.keyboard.type('halves');
  const period = page.locator('[data-path="emission.halving.period"]').getByRole('spinbutton');
  await period.fill('1');
  await period.press('Enter');
  await page.locator('.design-header').getByText('edited', { exact: true }).waitFor();
  await click(button('Run').first());
  await click(button('Compare with base'));
  await page.getByRole('heading', { name: '1 value differs' }).waitFor();
  await page.getByText('emission.halving.period', { exact: true }).waitFor();
  await page.getByRole('heading', { name: /metrics differ clearly from the base/ }).waitFor();
  await click(button('What matters most?'));
  await click(page.getByRole('tab', { name: 'Sensitivity' }));
  await click(button('Start proposal from this comparison'));
  await page.getByText(/^Saved as proposals\//).waitFor();
  return clicks();
};

/** Journey D, "give me the data": the runs of scenarios as they are, as Parquet in `exports/<name>` of the project. */
export const walkData =
  (name: string): Walk =>
  async (studio) => {
    const { page } = studio;
    const { click, clicks } = counting();
    await click(rail(studio, 'Runs'));
    await page.getByLabel('Filter runs').fill('scenario:base');
    await click(page.getByRole('checkbox', { name: /^Choose all/ }));
    await click(page.getByRole('button', { name: 'Export', exact: true }));
    await click(page.getByText('Tidy: a row a value'));
    await page.getByLabel('Folder exports/').fill(name);
    await click(page.getByRole('button', { name: 'Save 1 run' }));
    await page.getByText(/^4 files are in/).waitFor();
    return clicks();
  };

/** Journey E, calibrate: from a scenario's Run screen and a file with figures of `supply.circulating` to a scenario that fits them. */
export const walkCalibration =
  (csv: string, title: string): Walk =>
  async (studio) => {
    const { page } = studio;
    const { click, clicks } = counting();
    await click(rail(studio, 'Explore'));
    await page.locator('.job-list a', { hasText: /sensitivity-1 · done/ }).waitFor({ timeout: 30_000 });
    await click(page.getByRole('tab', { name: 'Calibrate', exact: true }));
    const chooser = page.waitForEvent('filechooser');
    await click(page.getByText('Choose a CSV file…'));
    await (await chooser).setFiles(csv);
    await page.locator('.column-table').waitFor();
    const guessed = page.getByRole('combobox', { name: 'supply.circulating is' });
    if ((await guessed.inputValue()) !== 'supply.circulating') throw new Error('the column was not guessed');
    await page.locator('.estimate strong').waitFor({ timeout: 30_000 });
    await click(page.getByRole('button', { name: 'Fit', exact: true }));
    await page.locator('.job-head', { hasText: /· done/ }).waitFor({ timeout: 100_000 });
    await page.getByText(/held out 2024-01-/).waitFor();
    await click(page.getByRole('button', { name: 'Apply as new scenario', exact: true }));
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
    await click(page.getByRole('button', { name: 'Save', exact: true }));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    return clicks();
  };

/** Starts the sensitivity analysis of the scenario Small whose findings a fit begins with. */
export async function startSensitivity({ page }: OpenStudio): Promise<void> {
  const { text } = Object(await callRoute(page, 'scenarios.open', { id: 'small' }));
  const range = { min: 500_000, max: 2_000_000, scale: 'log' };
  await callRoute(page, 'jobs.start', {
    ...{ kind: 'sensitivity', scenario: 'small', text },
    experiment: {
      ...{ title: 'What moves it', question: 'What moves it?', seeds: '1..2' },
      measure: ['supply.circulating@end'],
      sensitivity: { factors: { 'agents.token.supply': range }, budget: 60 },
    },
  });
}

/** 20 days of figures as a CSV file has them. */
export const observedCsv = (): string =>
  `date,supply.circulating\n${Array.from(
    { length: 20 },
    (_, i) => `2024-01-${`${i + 1}`.padStart(2, '0')},${1.3e6 + i * 20}`,
  ).join('\n')}\n`;
