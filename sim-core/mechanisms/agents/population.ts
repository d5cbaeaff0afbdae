import { StudioError } from '../../contract/errors.ts';
import { mechanism } from '../../contract/mechanism.ts';
import { table } from '../../contract/parameter.ts';

/** Who lives where providers are: how many people a network may reach. */
export const population = mechanism({
  id: 'agents.population',
  version: 1,
  slot: 'agents',
  title: 'Population of the regions',
  summary: 'Says how many people live in each region, so that a run can say how many the network may reach.',
  sources: [],
  parameters: {
    regions: table({
      label: 'Population',
      unit: 'row',
      why: 'A row a region, in the order of agents.providers.regions: the same file may hold both.',
      columns: {
        name: { kind: 'text', label: 'Region' },
        population: { kind: 'number', label: 'People', unit: 'person', min: 0, max: 1e10 },
      },
    }),
  },
  needs: ['providers'],
  reads: [],
  writes: ['regions.population'],
  start({ regions }, given) {
    const rows = given.regions.name.length;
    if (rows !== regions.count) {
      throw new StudioError({
        code: 'parameter.refused',
        message: `agents.population.regions has ${rows} rows, but the scenario has ${regions.count} regions.`,
        hint: 'Give a row for each row of agents.providers.regions, in the same order.',
        where: 'agents.population.regions',
      });
    }
    regions.population.set(given.regions.population);
  },
  examples: [
    {
      says: 'The one region has 5 million people',
      given: { regions: { name: ['A'], population: [5e6] } },
      after: { 'regions.population': 5e6 },
    },
  ],
});
