import type { Problem } from '../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { isoDate } from '../../sim-core/kernel/calendar.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import type { ScenarioCard } from '../api/studio-api.ts';

/** What the Library shows of a scenario; `id` is the name of its folder. */
export function scenarioCard(id: string, { metadata, spec }: ScenarioDocument): ScenarioCard {
  const { title, question, network, calibratedTo } = metadata;
  return {
    id,
    version: spec.version,
    title,
    question,
    network,
    ...(calibratedTo === undefined ? {} : { calibratedTo }),
    startDate: isoDate(spec.startDay),
    days: spec.ticks,
    providers: providersOf(spec),
    mechanisms: spec.mechanisms.map((use) => ({ id: use.id, slot: use.slot, title: titleOf(use.id) })),
  };
}

/** A scenario that cannot be read is shown all the same, by its folder and what is wrong with it. */
export function brokenCard(id: string, problem: Problem): ScenarioCard {
  return {
    id,
    version: 0,
    title: id,
    question: '',
    network: '',
    startDate: '',
    days: 0,
    providers: { rows: 0, weight: 0 },
    mechanisms: [],
    problem,
  };
}

/** Agents and the real units that each stands for; none where the scenario has no providers. */
function providersOf({ mechanisms: uses }: ScenarioSpec): ScenarioCard['providers'] {
  const parameters = uses.find(({ id }) => id === 'agents.providers')?.parameters;
  return { rows: numberOr(0, parameters?.rows), weight: numberOr(1, parameters?.weight) };
}

const numberOr = (otherwise: number, value: unknown): number =>
  typeof value === 'number' ? value : otherwise;

const titleOf = (mechanismId: string): string =>
  mechanisms.find(({ id }) => id === mechanismId)?.title ?? mechanismId;
