import { type EvidenceBlock, shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import type { FoundEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { changesBetween } from '../../../../sim-core/scenario/changes-between.ts';
import { applyPoint, type OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { verifyLine } from '../verify-line.ts';
import type { CheckedLine } from './verification.ts';

/** What a block is checked against, before anything runs. */
export interface Bench {
  /** The engine that is here. */
  readonly engine: { readonly id: string; readonly version: string };
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

  if (!sameEngine()) return outcome();
  if (block.bundle !== undefined) {
    settle('bundle', 0, 'cannot-run', {
      why: 'What travels beside a proposal cannot be opened yet: verify it in the project it is from, without this line.',
    });
    return outcome();
  }
  if (block.verify === verifyLine) settle('verify', 0, 'holds');
  else
    settle('verify', 0, 'differs', {
      here: verifyLine,
      why: 'This studio writes the line otherwise. No run depends on it.',
    });
  const base = await named(block.base, 'base');
  if (base === undefined || !hasCode(base)) return outcome();
  const proposal = await changed(base);
  if (proposal === undefined) return outcome();
  if (!sized(proposal)) return outcome();
  return outcome({ base, proposal });

  function sameEngine(): boolean {
    const here = `sim-core ${bench.engine.version} ${shortHash(bench.engine.id)}`;
    const { id, version } = block.engine;
    if (id !== shortHash(bench.engine.id)) {
      const why = `Engine ${version} (${id}) is not the one here: verify with the release that has it.`;
      settle('engine', 0, 'cannot-run', { here, why });
      return false;
    }
    if (version === bench.engine.version) settle('engine', 0, 'holds');
    else settle('engine', 0, 'differs', { here, why: 'The engine of this hash has another version.' });
    return true;
  }

  /** Modules of the base's project, by their hashes: none runs that was not trusted where the base was read. */
  function hasCode({ code = [] }: ScenarioDocument): boolean {
    let all = true;
    for (const [nth, { name, id }] of block.code.entries()) {
      const found = code.find((each) => each.name === name);
      const holds = found !== undefined && shortHash(found.id) === id;
      const here = found === undefined ? {} : { here: `${name} ${shortHash(found.id)}` };
      settle('code', nth, holds ? 'holds' : 'cannot-run', holds ? {} : { ...here, why: needsCode(id) });
      all &&= holds;
    }
    return all;
  }

  async function named(name: EvidenceBlock['base'], keyword: 'base' | 'proposal') {
    const found = await bench.scenario(name);
    if (found === undefined) {
      const [module] = block.code;
      const missing = `There is no scenario ${name.id} here: open the project that it is from.`;
      const why = module === undefined ? missing : `${missing} ${needsCode(module.id)}`;
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

const needsCode = (id: string): string =>
  `It needs code ${id}: read that module, and allow it in its project.`;

/** Rows of provider agents of a spec. */
export function rowsOf({ mechanisms }: ScenarioDocument['spec']): number {
  const rows = mechanisms.find(({ id }) => id === 'agents.providers')?.parameters.rows;
  return typeof rows === 'number' ? rows : 0;
}
