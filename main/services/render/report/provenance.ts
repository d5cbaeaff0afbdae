import { type Html, html, type Inset } from './html.ts';
import type { ReportSubject } from './report-subject.ts';

/** What a repetition needs, and what to compare it with. */
export function provenanceHtml({ manifest }: ReportSubject): Html {
  const { command, startedAt, durationMs, versions = {} } = manifest;
  const facts: readonly (readonly [string, Inset])[] = [
    ['Result', manifest.digest],
    ['Scenario', `${manifest.scenario.id}, version ${manifest.scenario.version}`],
    ['Overlays', manifest.overlays.length === 0 ? 'none' : manifest.overlays.join(', ')],
    ['Spec', manifest.specDigest],
    ['Engine', manifest.engineId],
    ['Seeds', seedsText(manifest.seeds)],
    ...(startedAt === undefined ? [] : [['Begun', startedAt] as const]),
    ...(durationMs === undefined ? [] : [['Took', `${(durationMs / 1000).toFixed(1)} s`] as const]),
    ...Object.entries(versions).map(([name, version]) => [`Version of ${name}`, version] as const),
  ];
  return html`${command === undefined ? html`` : html`<p>The same numbers again, to the last bit, by the same engine:</p><pre><code>${command}</code></pre>`}
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl>`;
}

/** Seeds that failed or were not reached: numbers above are without them. */
export function shortfallHtml({ manifest }: ReportSubject): Html {
  const { seeds, results, failures } = manifest;
  if (results.length === seeds.length) return html``;
  return html`<p><strong>${results.length} of ${seeds.length} seeds finished.</strong> All numbers are of those.</p>
<ul>${failures.map(({ seed, problem }) => html`<li>Seed ${seed}: ${problem.message} ${problem.where}</li>`)}</ul>`;
}

/** `1 to 20 (20)` where they are a range, else the first few. */
function seedsText(seeds: readonly string[]): string {
  const isRange = seeds.every((seed, index) => index === 0 || Number(seed) === Number(seeds[index - 1]) + 1);
  if (isRange && seeds.length > 2) return `${seeds[0]} to ${seeds.at(-1)} (${seeds.length})`;
  const listed = seeds.slice(0, 20).join(', ');
  return seeds.length > 20 ? `${listed} … (${seeds.length})` : listed;
}
