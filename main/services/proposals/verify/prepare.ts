import type { EvidenceBlock } from '../../../../sim-core/evidence/evidence-block.ts';
import { shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import type { FoundEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { changesBetween } from '../../../../sim-core/scenario/changes-between.ts';
import { applyPoint, type OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { CheckedLine } from './verification.ts';

/** What a block is checked against, before anything runs. */
export interface Bench {
  /** Id of the engine that is here. */
  readonly engineId: string;
  /** sha256 of a scenario's spec. */
  readonly specDigest: (document: ScenarioDocument) => string;
  /** The scenario of an id, or of its digest in a bundle; undefined where it is not here. */
  readonly scenario: (name: EvidenceBlock['base']) => Promise<ScenarioDocument | undefined>;
  readonly overlays: OverlayShelf;
}

/** The two scenarios that a block speaks of, and what is known of its lines before they run. */
export interface Prepared {
  readonly lines: readonly CheckedLine[];
  /** Absent where a line does not hold. */
  readonly documents?: { readonly base: ScenarioDocument; readonly proposal: ScenarioDocument };
}

/** Line by line: the engine, the base, then each change, on what is here. Nothing that the block says of itself is believed. */
export async function prepare({ block, lines }: FoundEvidence, bench: Bench): Promise<Prepared> {
  const checked = new Map<number, CheckedLine>();
  const settle = (
    keyword: string,
    nth: number,
    standing: CheckedLine['standing'],
    more: Partial<CheckedLine> = {},
  ) => {
    const line = lines.filter((each) => each.keyword === keyword)[nth];
    if (line === undefined) return;
    const text = `${line.keyword} ${line.text}`;
    checked.set(line.number, { number: line.number, text, standing, ...more });
  };
  const outcome = (documents?: Prepared['documents']): Prepared => ({
    lines: lines.map(
      ({ number, keyword, text }) =>
        checked.get(number) ?? { number, text: `${keyword} ${text}`, standing: 'not-reached' as const },
    ),
    ...(documents === undefined ? {} : { documents }),
  });

  if (block.engine.id !== shortHash(bench.engineId)) {
    settle('engine', 0, 'cannot-run', {
      here: shortHash(bench.engineId),
      why: `Engine ${block.engine.version} (${block.engine.id}) is not the one here: name a file or folder that holds it with --engine.`,
    });
    return outcome();
  }
  settle('engine', 0, 'holds');
  const base = await named(block.base, 'base');
  if (base === undefined) return outcome();
  const proposal = await changed(base);
  if (proposal === undefined) return outcome();
  if (!sized(proposal)) return outcome();
  return outcome({ base, proposal });

  async function named(name: EvidenceBlock['base'], keyword: 'base' | 'proposal') {
    const found = await bench.scenario(name);
    if (found === undefined) {
      const why = `There is no scenario ${name.id} here: open the bundle that came with the proposal, or the project it is from.`;
      settle(keyword, 0, 'cannot-run', { why });
      return undefined;
    }
    const digest = shortHash(bench.specDigest(found));
    const here = `${name.id}@${found.spec.version} ${digest}`;
    if (digest !== name.digest || found.spec.version !== name.version) {
      settle(keyword, 0, 'differs', { here, why: `The ${keyword} here is not what its hash says.` });
      return undefined;
    }
    settle(keyword, 0, 'holds');
    return found;
  }

  async function changed(from: ScenarioDocument): Promise<ScenarioDocument | undefined> {
    if (block.proposal !== undefined) {
      const whole = await named(block.proposal, 'proposal');
      if (whole === undefined) return undefined;
      const written = changesBetween(from, whole).changes.map(
        ({ path, from: before, to }) => `${path} ${before} -> ${to}`,
      );
      let same = true;
      for (const [nth, { path, from: before, to }] of block.changes.entries()) {
        const holds = written.includes(`${path} ${before} -> ${to}`);
        settle(
          'change',
          nth,
          holds ? 'holds' : 'differs',
          holds ? {} : { why: 'The two scenarios do not differ so.' },
        );
        same &&= holds;
      }
      return same ? whole : undefined;
    }
    const point = block.changes.map(({ path, to }) => ({ path, written: to }));
    const applied = applyPoint(from, point, bench.overlays);
    if (!applied.ok) {
      for (const [nth, { path }] of block.changes.entries()) {
        const problem = applied.problems.find(({ where }) => where?.includes(path)) ?? applied.problems[0];
        settle('change', nth, 'differs', {
          why: `${problem?.message ?? 'It cannot be made.'} ${problem?.hint ?? ''}`.trim(),
        });
      }
      return undefined;
    }
    const real = changesBetween(from, applied.document).changes;
    let same = true;
    for (const [nth, change] of block.changes.entries()) {
      const here = real.find(({ path }) => path === change.path);
      const holds = change.path === 'overlay' || (here?.from === change.from && here.to === change.to);
      const said =
        here === undefined ? `${change.path} stays as it is` : `${here.path} ${here.from} -> ${here.to}`;
      settle(
        'change',
        nth,
        holds ? 'holds' : 'differs',
        holds ? {} : { here: said, why: 'The base has another value, or spells it otherwise.' },
      );
      same &&= holds;
    }
    return same ? applied.document : undefined;
  }

  function sized({ spec }: ScenarioDocument): boolean {
    const rows = rowsOf(spec);
    const holds = spec.ticks === block.ticks && rows === block.providers;
    const here = `${spec.ticks}d step 1d providers ${rows}`;
    settle(
      'horizon',
      0,
      holds ? 'holds' : 'differs',
      holds ? {} : { here, why: 'The scenario with the changes has another size.' },
    );
    return holds;
  }
}

/** Rows of provider agents of a spec. */
export function rowsOf({ mechanisms }: ScenarioDocument['spec']): number {
  const rows = mechanisms.find(({ id }) => id === 'agents.providers')?.parameters.rows;
  return typeof rows === 'number' ? rows : 0;
}
