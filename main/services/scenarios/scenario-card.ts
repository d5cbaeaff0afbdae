import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { ScenarioCard } from '../../api/scenarios/scenarios-api.ts';
import type { ScenarioPlace } from './shelf.ts';

/** What the Library shows of a scenario. */
export function scenarioCard(
  { id, place }: Pick<ScenarioPlace, 'id' | 'place'>,
  { metadata, spec, declared }: ScenarioDocument,
): ScenarioCard {
  const { title, question, network, base, calibratedTo } = metadata;
  const titleOf = (mechanism: string): string =>
    declared.find((each) => each.id === mechanism)?.title ?? mechanism;
  return {
    id,
    place,
    ...(base === undefined ? {} : { base }),
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
export function brokenCard(
  { id, place }: Pick<ScenarioPlace, 'id' | 'place'>,
  problem: Problem,
): ScenarioCard {
  return {
    id,
    place,
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
