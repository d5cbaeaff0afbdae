import { toProblem } from '../../../../sim-core/contract/errors.ts';
import { changeText, type EvidenceBlock, shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import { tooMuchIn } from '../../../../sim-core/evidence/evidence-limits.ts';
import type { FoundEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { changesBetween } from '../../../../sim-core/scenario/changes-between.ts';
import { applyPoint } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { verifyLine } from '../verify-line.ts';
import { assumeInBoth, type BothDocuments } from './assume-in-both.ts';
import type { Bench } from './bench.ts';
import { type NeededCode, needsCode } from './beside.ts';
import { checkCode } from './check-code.ts';
import { checkEngine, type Finding } from './check-engine.ts';
import type { CheckedLine } from './verification.ts';

/** The two scenarios that a block speaks of, and what is known of its lines before they run. */
export interface Prepared {
  readonly lines: readonly CheckedLine[];
  /** What is run; absent where a line does not hold. */
  readonly documents?: BothDocuments;
  /** The same without what is assumed in both. */
  readonly named?: BothDocuments;
  /** What has to be trusted before it can run. */
  readonly needs: readonly NeededCode[];
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
  const needs: NeededCode[] = [];
  /** Settles the lines of a keyword, and answers whether nothing stands in the way of running. */
  const found = (keyword: string, findings: readonly Finding[]): boolean => {
    for (const [nth, { standing, needs: needed, ...more }] of findings.entries()) {
      settle(keyword, nth, standing, more);
      if (needed !== undefined) needs.push(needed);
    }
    return findings.every(({ standing }) => standing !== 'cannot-run');
  };
  const outcome = (documents?: BothDocuments, unassumed?: BothDocuments): Prepared => ({
    lines: lines.map(
      ({ number, keyword, text }) =>
        checked.get(number) ?? { number, text: `${keyword} ${text}`, standing: 'not-reached' as const },
    ),
    ...(documents === undefined ? {} : { documents }),
    ...(unassumed === undefined ? {} : { named: unassumed }),
    needs,
  });

  const bundle = bench.beside?.bundle;
  const besideEngine = found('engine', [checkEngine(block.engine, bench)]);
  if (bundle !== undefined && 'refused' in bundle) {
    settle('bundle', 0, 'cannot-run', { why: bundle.refused });
    return outcome();
  }
  // All that has to be trusted is told at once, before any of it is read further.
  const foreign =
    bundle === undefined
      ? true
      : found('code', checkCode(block.code, bundle.content.code, bench.beside?.trusted));
  if (!besideEngine || !foreign) return outcome();
  if (block.verify === verifyLine) settle('verify', 0, 'holds');
  else
    settle('verify', 0, 'differs', {
      here: verifyLine,
      why: 'This studio writes the line otherwise. No run depends on it.',
    });
  const base = await named(block.base, 'base');
  if (base === undefined) return outcome();
  const proposal = await changed(base);
  if (proposal === undefined) return outcome();
  if (bundle === undefined && !found('code', checkCode(block.code, proposal.code ?? base.code ?? [])))
    return outcome();
  const assumed = withAssumptions({ base, proposal });
  if (assumed === undefined || !sized(assumed)) return outcome();
  return outcome(assumed, { base, proposal });

  async function named(name: EvidenceBlock['base'], keyword: 'base' | 'proposal') {
    const it = await bench.scenario(name).catch((error: unknown) => toProblem(error));
    if (it === undefined || 'message' in it) {
      const why = it === undefined ? notHere(block, name.id) : `${it.message} ${it.hint ?? ''}`.trim();
      settle(keyword, 0, 'cannot-run', { why });
      return undefined;
    }
    const digest = shortHash(bench.specDigest(it));
    const here = `${name.id}@${it.spec.version} ${digest}`;
    if (digest !== name.digest || it.spec.version !== name.version) {
      settle(keyword, 0, 'differs', { here, why: `The ${keyword} here is not what its hash says.` });
      return undefined;
    }
    settle(keyword, 0, 'holds');
    return it;
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
      const listed = block.changes.map(changeText);
      const untold = written.filter((each) => !listed.includes(each));
      if (untold.length > 0)
        settle('proposal', 0, 'differs', {
          why: `It also changes ${untold.slice(0, 5).join('; ')}${untold.length > 5 ? ` and ${untold.length - 5} more` : ''}, which no line says.`,
        });
      return same && untold.length === 0 ? whole : undefined;
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
      const holds =
        (change.path === 'overlay' && change.from === 'none') ||
        (here?.from === change.from && here.to === change.to);
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

  /** Both under what is assumed; undefined where the base has another value, or it is what is proposed. */
  function withAssumptions(both: BothDocuments): BothDocuments | undefined {
    if (block.assumptions.length === 0) return both;
    const assumed = assumeInBoth(both, block.assumptions, bench.overlays);
    const here = assumed.ok ? changesBetween(both.base, assumed.documents.base).changes : [];
    let same = assumed.ok;
    for (const [nth, each] of block.assumptions.entries()) {
      const proposed = block.changes.some(({ path }) => path === each.path);
      const holds = !proposed && here.some((change) => changeText(change) === changeText(each));
      const found = here.find(({ path }) => path === each.path);
      const why = proposed
        ? 'It is what the proposal changes, so nobody can assume it for both.'
        : assumed.ok
          ? 'The base has another value, or spells it otherwise.'
          : assumed.why;
      settle(
        'assume',
        nth,
        holds ? 'holds' : 'differs',
        holds ? {} : { why, ...(found === undefined ? {} : { here: changeText(found) }) },
      );
      same &&= holds;
    }
    return assumed.ok && same ? assumed.documents : undefined;
  }

  function sized({ base: { spec: before }, proposal: { spec } }: BothDocuments): boolean {
    const rows = rowsOf(spec);
    // The base may have another length or size, which the block does not say.
    const excess = tooMuchIn({ ticks: before.ticks, count: block.count, providers: rowsOf(before) });
    if (excess !== undefined) {
      settle('horizon', 0, 'cannot-run', { why: `The base: ${excess.message} ${excess.hint}` });
      return false;
    }
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

function notHere({ bundle, code: [module] }: EvidenceBlock, id: string): string {
  const missing = `There is no scenario ${id} here: `;
  if (bundle !== undefined)
    return `${missing}it travels in ${bundle}.car. Put that beside the proposal, or name it with --bundle.`;
  const open = `${missing}open the project that it is from.`;
  return module === undefined ? open : `${open} ${needsCode(module.id)}`;
}

/** Rows of provider agents of a spec. */
export function rowsOf({ mechanisms }: ScenarioDocument['spec']): number {
  const rows = mechanisms.find(({ id }) => id === 'agents.providers')?.parameters.rows;
  return typeof rows === 'number' ? rows : 0;
}
