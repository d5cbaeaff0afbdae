import type { Comparison } from '../../../../sim-core/analysis/compare/compare-batches.ts';
import type { Problem } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { EvidenceBlock } from '../../../../sim-core/evidence/evidence-block.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { FlipView, SensitivityView } from '../../../api/jobs/job-result.ts';

/** All that a draft is filled from. */
export interface DraftFacts {
  /** The id by which others find the base. */
  readonly baseId: string;
  readonly base: ScenarioDocument;
  readonly proposal: ScenarioDocument;
  readonly runs: { readonly base: BatchResult; readonly proposal: BatchResult };
  readonly comparison: Comparison;
  readonly block: EvidenceBlock;
  /** Undefined where it was not computed. */
  readonly stress: Stress | undefined;
  readonly rests: SensitivityView | undefined;
  readonly flip: FlipView | undefined;
  /** Why one of those is not there, though it was asked for. */
  readonly missing: { readonly [Part in 'stress' | 'rests' | 'flip']?: Problem };
  /** Of which scenario those two are, in a sentence. */
  readonly restsOf: string;
  readonly flipOf: string;
  /** Pictures beside the draft, by the names of their files. */
  readonly charts?: readonly { readonly file: string; readonly summary: string }[];
}

/** Both scenarios under each overlay that fits both, on the same seeds. */
export interface Stress {
  readonly seeds: number;
  readonly trials: readonly StressTrial[];
  /** Overlays that make no sense here. */
  readonly unfitting: readonly string[];
}

export interface StressTrial {
  readonly overlay: { readonly id: string; readonly title: string };
  readonly comparison: Comparison;
}

/** Stands where only a person knows what to write; the studio's checks find every one. */
export const toWrite = (what: string): string => `[to write: ${what}]`;

/** Where a part is not there: so it says, and why where it was asked for. */
export const notComputed = (problem: Problem | undefined): string =>
  problem === undefined ? 'Not computed.' : `Not computed: ${lowered(problem.message)}`;

const lowered = (sentence: string): string =>
  /^[A-Z][a-z]* /.test(sentence) ? `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}` : sentence;

export const percentText = (share: number): string =>
  Number.isFinite(share) ? `${Number((share * 100).toPrecision(3))} %` : '–';

/** For reading, not for claims: four digits, grouped. */
export function readable(value: number): string {
  if (Number.isNaN(value)) return '–';
  const [whole = '', fraction] = String(Math.abs(Number(value.toPrecision(4)))).split('.');
  const grouped = whole.includes('e') ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

export const signed = (value: number): string =>
  value > 0 ? `+${readable(value)}` : value === 0 ? '0' : readable(value);
