import { type Claim, claimText } from './claim.ts';

/** What makes a proposal one that anyone can re-run: what was run, on what, and what came of it. */
export interface EvidenceBlock {
  readonly engine: { readonly version: string; readonly id: Hash };
  /** The scenario before the changes. */
  readonly base: ScenarioName;
  /**
   * The scenario after them, where they cannot all be written as lines (a series, a table, a new mechanism): it travels beside the
   * proposal like a base that is not shipped.
   */
  readonly proposal?: ScenarioName;
  /** Modules of a project that both need. */
  readonly code: readonly { readonly name: string; readonly id: Hash }[];
  /** What is assumed otherwise in both: not proposed, but doubted. */
  readonly assumptions: readonly Change[];
  readonly changes: readonly Change[];
  readonly ticks: number;
  /** Rows of provider agents. */
  readonly providers: number;
  /** As on a command line: `1..200`. */
  readonly seeds: string;
  readonly count: number;
  readonly claims: readonly Claim[];
  readonly digests: { readonly base: Hash; readonly proposal: Hash };
  /** CID of the bundle that travels with it. */
  readonly bundle?: string;
  /** How to check it, for people; nothing is ever run from it. */
  readonly verify: string;
}

/** `sha256:` and the first 32 hexadecimal digits: 128 bits, which nobody can meet by trying. */
export type Hash = string;

export interface ScenarioName {
  readonly id: string;
  readonly version: number;
  /** Of its spec. */
  readonly digest: Hash;
}

export interface Change {
  /** `horizon`, `start`, `mechanism.<slot>`, `overlay` or a parameter's path. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

export const evidenceKind = 'depin-evidence/1';

/** The hash as evidence names it, of one in full. */
export const shortHash = (hash: string): Hash => hash.slice(0, 'sha256:'.length + 32);

/** A change or an assumption as its line says it, without its keyword. */
export const changeText = ({ path, from, to }: Change): string => `${path} ${from} -> ${to}`;

/** The lines of a block, each with its keyword first. */
export function evidenceLines(block: EvidenceBlock): readonly string[] {
  const { engine, base, proposal, code, assumptions, changes, ticks, providers, seeds, count, claims } =
    block;
  const line = (keyword: string, text: string) => `${keyword.padEnd(9)} ${text}`;
  const named = ({ id, version, digest }: ScenarioName) => `${id}@${version} ${digest}`;
  return [
    line('engine', `sim-core ${engine.version} ${engine.id}`),
    line('base', named(base)),
    ...(proposal === undefined ? [] : [line('proposal', named(proposal))]),
    ...code.map(({ name, id }) => line('code', `${name} ${id}`)),
    ...assumptions.map((each) => line('assume', changeText(each))),
    ...changes.map((each) => line('change', changeText(each))),
    line('horizon', `${ticks}d step 1d providers ${providers}`),
    line('runs', `${count} seeds ${seeds}`),
    ...claims.map((claim) => line('claim', claimText(claim))),
    line('digest', `base ${block.digests.base}`),
    line('digest', `proposal ${block.digests.proposal}`),
    ...(block.bundle === undefined ? [] : [line('bundle', block.bundle)]),
    line('verify', block.verify),
  ];
}

/** The block as it stands in a proposal: a fenced block of Markdown. */
export const evidenceText = (block: EvidenceBlock): string =>
  `\`\`\`${evidenceKind}\n${evidenceLines(block).join('\n')}\n\`\`\``;
