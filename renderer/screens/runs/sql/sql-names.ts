import type { OutputsView } from '../../../../main/api/model/model-api.ts';

/** Tables that can be asked, with their columns: what the editor completes. */
export function sqlNames(outputs: OutputsView | undefined): Readonly<Record<string, readonly string[]>> {
  const quoted = (id: string) => (/^[a-z_]+$/.test(id) ? id : `"${id}"`);
  return {
    runs: [
      ...[
        'run',
        'scenario',
        'version',
        'title',
        'overlays',
        'start_date',
        'days',
        'seeds',
        'failed',
        'complete',
      ],
      ...['digest', 'spec_digest', 'engine_id', 'started_at', 'duration_ms', 'command', 'folder'],
    ],
    verdicts: ['run', 'scenario', 'verdict', 'title', 'held', 'seeds', 'probability', 'low', 'high'],
    parameters: ['run', 'scenario', 'path', 'value', 'text'],
    metrics: [
      'run',
      'scenario',
      'tick',
      'date',
      'seed',
      ...(outputs?.metrics ?? []).map(({ id }) => quoted(id)),
    ],
    breakdowns: [
      ...['run', 'scenario', 'tick', 'date', 'seed', '"by"', '"group"'],
      ...(outputs?.breakdowns ?? []).map(({ id }) => quoted(id)),
    ],
  };
}

/** Questions to begin with. */
export const sqlExamples: readonly { readonly title: string; readonly sql: string }[] = [
  {
    title: 'Which runs are there?',
    sql: 'select scenario, count(*) as runs, sum(seeds) as seeds, max(started_at) as latest\nfrom runs\ngroup by scenario\norder by runs desc',
  },
  {
    title: 'Which verdicts hold most often?',
    sql: 'select scenario, verdict, count(*) as runs, round(avg(probability), 3) as probability\nfrom verdicts\ngroup by scenario, verdict\norder by scenario, probability desc',
  },
  {
    title: 'How do runs end?',
    sql: `select run, scenario, median("providers.active") as providers, median("market.price") as price
from metrics
where tick = (select max(tick) from metrics as m where m.run = metrics.run)
group by run, scenario
order by providers desc`,
  },
  {
    title: 'What does a parameter do to a verdict?',
    sql: `select p.value as halves_every, v.verdict, v.probability
from verdicts v join parameters p using (run)
where p.path = 'emission.halving.period'
order by v.verdict, halves_every`,
  },
  { title: 'Which columns are there?', sql: 'select column_name, data_type\nfrom (describe metrics)' },
];
