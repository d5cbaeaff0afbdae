import type { ParameterView } from '../../../main/api/scenarios/scenarios-api.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { fetchRun } from '../kept-runs/fetch-run.ts';
import { openedScenario } from '../scenario-queries.ts';
import type { Studio } from '../studio.ts';
import { draftEnding, runStart, type Side } from './side.ts';

/** Reads what each reference names, with names that tell them apart. Rejects with a `StudioError`. */
export async function openSides(studio: Studio, refs: readonly string[]): Promise<readonly Side[]> {
  const sides = await Promise.all(refs.map((ref) => openSide(studio, ref)));
  const labels = sides.map((side, place) => labelOf(side, place, sides));
  return sides.map((side, place) => ({ ...side, label: withoutStart(labels[place] ?? '', labels) }));
}

type Unnamed = Omit<Side, 'label'>;

async function openSide(studio: Studio, ref: string): Promise<Unnamed> {
  if (ref.startsWith(runStart)) return await openRun(studio, ref);
  if (ref.endsWith(draftEnding)) {
    const scenario = ref.slice(0, -draftEnding.length);
    const { good } = await studio.drafts.open(scenario);
    return { ...readOf(ref, 'draft', good), scenario };
  }
  const opened = await studio.queries.fetchQuery({ ...openedScenario(studio.client, ref), staleTime: 0 });
  return { ...readOf(ref, 'disk', opened), scenario: ref };
}

interface ReadScenario {
  readonly card: { readonly title: string };
  readonly spec: ScenarioSpec;
  readonly text: string;
  readonly parameters: readonly ParameterView[];
}

const readOf = (ref: string, kind: Side['kind'], { card, spec, text, parameters }: ReadScenario) => ({
  ...{ ref, kind, spec, text, title: card.title },
  parameters: parameters.map(({ path, label, shown, origin }) => ({
    ...{ path, label, shown },
    origin: {
      kind: origin.kind,
      text: origin.kind === 'source' ? origin.title : origin.because,
    },
  })),
});

/** Its numbers come into the page too, so that they are not simulated again. */
async function openRun(studio: Studio, ref: string): Promise<Unnamed> {
  const run = ref.slice(runStart.length);
  const [opened] = await Promise.all([studio.client.call('runs.open', { run }), fetchRun(studio, run)]);
  const { row, spec, text, parameters } = opened;
  return {
    ...{ ref, spec, kind: 'run', scenario: row.scenario, title: row.title },
    ...(text === undefined ? {} : { text }),
    parameters: parameters.map(({ path, label, shown, origin }) => ({
      ...{ path, label, shown },
      origin: { kind: 'unknown', text: origin },
    })),
  };
}

/** "Wireless, free" beside "Wireless" is "free": beside a line there is room for what distinguishes it. */
function withoutStart(label: string, labels: readonly string[]): string {
  const start = labels.find((other) => label.startsWith(`${other}, `));
  const rest = start === undefined ? label : label.slice(start.length + 2);
  return labels.includes(rest) ? label : rest;
}

/** Short, since charts write it beside lines: a scenario's title, or what its edit or run is beside it. */
function labelOf({ kind, title, ref, scenario }: Unnamed, place: number, all: readonly Unnamed[]): string {
  const same = all.filter((other) => other.title === title);
  if (kind === 'draft')
    return all.some((other) => other.scenario !== scenario) ? `${title}, edited` : 'edited';
  if (kind === 'run')
    return same.length === 1 ? title : `${title}, run ${ref.slice(runStart.length, runStart.length + 6)}`;
  if (same.length === 1) return title;
  const edited = same.length === 2 && same.some((other) => other.kind === 'draft');
  return edited && all.length === 2 ? 'no change' : same[0]?.ref === ref ? title : `${title} (${place + 1})`;
}
