import type { World } from '../../../sim-core/contract/vocabulary.ts';
import { accounts, columns, records } from '../../../sim-core/contract/vocabulary.ts';
import { mechanisms } from '../../../sim-core/mechanisms/index.ts';
import type { WorldMetric } from '../../../sim-core/metrics/world-metric.ts';
import { type Stage, stage } from '../../../sim-core/stage.ts';

/** What every value of the tiny world holds in turn, so that each branch of a metric is walked: 2 is also the status "active". */
const fills = [0, 1, 2, 3] as const;

const known: ReadonlySet<string> = new Set([
  ...[...Object.entries(columns), ...Object.entries(records)].flatMap(([group, entries]) =>
    Object.keys(entries).map((name) => `${group}.${name}`),
  ),
  ...Object.keys(accounts).map((account) => `ledger.${account}`),
]);

/** The shared values that a metric looks at, found by reading it in a world of ten providers that notes what is touched. */
export function metricReads({ read }: Pick<WorldMetric, 'read'>): readonly string[] {
  const touched = new Set<string>();
  for (const fill of fills) {
    const world = noting(filled(fill), (path) => touched.add(path));
    try {
      read(world);
    } catch {
      // A tiny world may lack what a metric needs; what it touched before still counts.
    }
  }
  return [...touched].filter((path) => known.has(path)).sort();
}

function filled(fill: number): World {
  const [any] = mechanisms;
  if (any === undefined) throw new Error('there is no mechanism to set a stage with');
  const on = stage(any);
  for (const path of known) {
    if (!path.startsWith('ledger.') && !isIdentity(path)) trySet(on, path, fill);
  }
  return on.view;
}

/** Rows point at rows of other tables, of which there is one. */
const isIdentity = (path: string): boolean => /\.(id|region|class|cell)$/.test(path);

function trySet(on: Stage, path: string, fill: number): void {
  try {
    on.set(path, fill);
  } catch {
    // Not every table is there.
  }
}

/** Totals of the ledger are what was minted, which goes to emission first, less what was bought to be burned. */
function behind(path: string): readonly string[] {
  if (/^ledger\.minted/.test(path)) return ['ledger.emission'];
  return /^ledger\.burned/.test(path) ? ['orders.burnUsd'] : [path];
}

/** The world, telling of every shared value that is read. */
function noting(world: World, tell: (path: string) => void): World {
  const group = (name: string, target: object): object =>
    new Proxy(target, {
      get(object, key) {
        if (typeof key === 'string') for (const path of behind(`${name}.${key}`)) tell(path);
        const member: unknown = Reflect.get(object, key);
        if (name !== 'ledger' || typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          if (key === 'balance') tell(`ledger.${String(given[0])}`);
          return Reflect.apply(member, object, given);
        };
      },
    });
  const entries = Object.entries(world).map(([name, part]) => [
    name,
    typeof part === 'object' && part !== null ? group(name, part) : part,
  ]);
  // The same members, each behind a proxy.
  return Object.fromEntries(entries) as World;
}
