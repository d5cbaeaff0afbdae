import type { Problem } from '../contract/errors.ts';
import { parseClaim } from './claim.ts';
import {
  type Change,
  type EvidenceBlock,
  evidenceKind,
  type Hash,
  type ScenarioName,
} from './evidence-block.ts';
import { evidenceLimits, tooMuchIn } from './evidence-limits.ts';

export interface FoundEvidence {
  readonly block: EvidenceBlock;
  /** Those of the block, as they stand in the text. */
  readonly lines: readonly Line[];
}

export type EvidenceRead =
  | ({ readonly ok: true } & FoundEvidence)
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface Line {
  /** Of the text, from 1. */
  readonly number: number;
  readonly keyword: string;
  /** What follows the keyword, spaces evened. */
  readonly text: string;
}

/** Finds the evidence in the text of a proposal, and reads it. Every problem names its line. */
export function parseEvidence(text: string): EvidenceRead {
  const fenced = fencedLines(text);
  if (fenced === undefined) return { ok: false, problems: [noBlock] };
  const characters = fenced.reduce((sum, [written]) => sum + written.length, 0);
  if (fenced.length > evidenceLimits.lines || characters > evidenceLimits.characters)
    return { ok: false, problems: [tooLong] };
  const lines = fenced.flatMap(([written, number]): Line[] => {
    const [keyword = '', ...rest] = written.trim().split(/\s+/);
    return keyword === '' ? [] : [{ number, keyword, text: rest.join(' ') }];
  });
  const problems: Problem[] = [];
  const block = readBlock(lines, (message, hint, line = lines[0]?.number ?? 1) => {
    problems.push({ code: 'evidence.malformed', message, hint, where: `line ${line}` });
  });
  return block === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, block, lines };
}

/** Takes what is wrong; without a line, of the block as a whole. */
type Report = (message: string, hint: string, line?: number) => void;

/** The block of its lines; undefined where one of them is missing, and what is wrong is reported. */
function readBlock(lines: readonly Line[], report: Report): EvidenceBlock | undefined {
  const known = Object.keys(readers);
  for (const { keyword, number } of lines)
    if (!known.includes(keyword))
      report(
        `"${keyword.slice(0, 40)}" is no line of evidence.`,
        `Lines begin with ${known.join(', ')}.`,
        number,
      );
  const { all, one, atMostOne } = keywordsIn(lines, report);
  const engine = one('engine', readEngine);
  const base = one('base', readName);
  const proposal = atMostOne('proposal', readName);
  const code = all('code', readCode);
  const assumptions = all('assume', readChange);
  const changes = all('change', readChange);
  const horizon = one('horizon', readHorizonLine);
  const runs = one('runs', readRuns);
  const claims = all('claim', parseClaim);
  const digests = all('digest', readDigest);
  const bundle = atMostOne('bundle', (each) => (/^[a-z0-9]{20,100}$/.test(each) ? each : undefined));
  const verify = one('verify', (each) => each);
  const digestOf = (of: string) => digests.find((each) => each.of === of)?.hash;
  const [ofBase, ofProposal] = [digestOf('base'), digestOf('proposal')];
  if (ofBase === undefined || ofProposal === undefined)
    report('The evidence lacks a digest of the base or of the proposal.', readers.digest);
  const excess = horizon === undefined || runs === undefined ? undefined : tooMuchIn({ ...horizon, ...runs });
  if (excess !== undefined)
    report(excess.message, excess.hint, lines.find(({ keyword }) => keyword === 'runs')?.number);
  if (
    engine === undefined ||
    base === undefined ||
    horizon === undefined ||
    runs === undefined ||
    verify === undefined ||
    ofBase === undefined ||
    ofProposal === undefined
  )
    return undefined;
  return {
    ...{ engine, base, code, assumptions, changes, claims, verify, ...horizon, ...runs },
    digests: { base: ofBase, proposal: ofProposal },
    ...(proposal === undefined ? {} : { proposal }),
    ...(bundle === undefined ? {} : { bundle }),
  };
}

type Keyword = keyof typeof readers;
type Read<Value> = (text: string) => Value | undefined;

/** Reads the lines of a keyword: any number of them, exactly one, or one that may be missing. */
function keywordsIn(lines: readonly Line[], report: Report) {
  const written = (keyword: Keyword) => lines.filter((line) => line.keyword === keyword);
  const all = <Value>(keyword: Keyword, read: Read<Value>): Value[] =>
    written(keyword).flatMap(({ text, number }) => {
      const value = read(text);
      if (value !== undefined) return [value];
      report(`The line "${keyword} ${text.slice(0, 120)}" cannot be read.`, readers[keyword], number);
      return [];
    });
  const first = <Value>(keyword: Keyword, read: Read<Value>, least: number): Value | undefined => {
    const { length } = written(keyword);
    const [value] = all(keyword, read);
    if (length < least || length > 1)
      report(`The evidence has ${length} lines "${keyword}", not one.`, readers[keyword]);
    return value;
  };
  return {
    all,
    one: <Value>(keyword: Keyword, read: Read<Value>) => first(keyword, read, 1),
    atMostOne: <Value>(keyword: Keyword, read: Read<Value>) => first(keyword, read, 0),
  };
}

/** How each line is written, for who has to mend one. */
const readers = {
  engine: 'Write engine sim-core <version> sha256:<32 hexadecimal digits>.',
  base: 'Write base <scenario>@<version> sha256:<32 hexadecimal digits>.',
  proposal: 'Write proposal <scenario>@<version> sha256:<32 hexadecimal digits>.',
  code: 'Write code <file> sha256:<32 hexadecimal digits>.',
  assume: 'Write assume <parameter> <value in the base> -> <value that is assumed in both>.',
  change: 'Write change <parameter> <old value> -> <new value>.',
  horizon: `Write horizon <days>d step 1d providers <count>; at most ${evidenceLimits.days} days and ${evidenceLimits.providers} providers.`,
  runs: `Write runs <count> seeds <first>..<last>, at most ${evidenceLimits.seeds}.`,
  claim: 'Write claim <metric>@<time> p50 <number>, or claim verdict.<id> P <share> (base <share>).',
  digest: 'Write digest base sha256:… and digest proposal sha256:…, 32 hexadecimal digits each.',
  bundle: 'Write bundle <CID>.',
  verify: 'Write how to check it.',
} as const;

const hash = 'sha256:[0-9a-f]{32}';
const scenarioId = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:/[a-z0-9-]+)?';

function readEngine(text: string): EvidenceBlock['engine'] | undefined {
  const [, version, id] = new RegExp(`^sim-core (\\d+\\.\\d+\\.\\d+\\S{0,40}) (${hash})$`).exec(text) ?? [];
  return version === undefined || id === undefined ? undefined : { version, id };
}

function readName(text: string): ScenarioName | undefined {
  const [, id, version, digest] = new RegExp(`^(${scenarioId})@(\\d{1,6}) (${hash})$`).exec(text) ?? [];
  return id === undefined || digest === undefined ? undefined : { id, version: Number(version), digest };
}

function readCode(text: string): { readonly name: string; readonly id: Hash } | undefined {
  const [, name, id] =
    new RegExp(`^((?:mechanisms|metrics|models)/[\\w./ -]{1,150}\\.js) (${hash})$`).exec(text) ?? [];
  return name === undefined || id === undefined || name.includes('..') ? undefined : { name, id };
}

/** Paths as mechanisms name their parameters, `providerShare` too: whether there is such a one is for the scenario to say. */
function readChange(text: string): Change | undefined {
  const [, path, from, to] = /^(\S{1,150}) (.+?) -> (.+)$/.exec(text) ?? [];
  return path === undefined || from === undefined || to === undefined ? undefined : { path, from, to };
}

function readHorizonLine(text: string): Pick<EvidenceBlock, 'ticks' | 'providers'> | undefined {
  const [, days, rows] = /^(\d{1,6})d step 1d providers (\d{1,8})$/.exec(text) ?? [];
  const [ticks, providers] = [Number(days), Number(rows)];
  const sane = ticks >= 1 && ticks <= evidenceLimits.days && providers <= evidenceLimits.providers;
  return days === undefined || !sane ? undefined : { ticks, providers };
}

function readRuns(text: string): Pick<EvidenceBlock, 'seeds' | 'count'> | undefined {
  const [, written, first, last] = /^(\d{1,6}) seeds (\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const count = Number(last) - Number(first) + 1;
  if (count !== Number(written) || count < 1 || count > evidenceLimits.seeds) return undefined;
  return { count, seeds: `${first}..${last}` };
}

function readDigest(text: string): { readonly of: string; readonly hash: Hash } | undefined {
  const [, of, written] = new RegExp(`^(base|proposal) (${hash})$`).exec(text) ?? [];
  return of === undefined || written === undefined ? undefined : { of, hash: written };
}

/** The lines between the fences, each with its number; undefined where there is no such block, or more than one. */
function fencedLines(text: string): readonly (readonly [string, number])[] | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const open = lines.flatMap((line, index) => (line.trim() === `\`\`\`${evidenceKind}` ? [index] : []));
  const [start] = open;
  if (start === undefined || open.length > 1) return undefined;
  const end = lines.findIndex((line, index) => index > start && /^\s*```\s*$/.test(line));
  if (end < 0) return undefined;
  return lines.slice(start + 1, end).map((line, index) => [line, start + 2 + index] as const);
}

const noBlock: Problem = {
  code: 'evidence.missing',
  message: 'The text holds no evidence, or more than one block of it, or one that does not end.',
  hint: `Paste the whole proposal: its evidence begins with \`\`\`${evidenceKind} and ends with \`\`\`.`,
};

const tooLong: Problem = {
  code: 'evidence.too-long',
  message: `The evidence has more than ${evidenceLimits.lines} lines or ${evidenceLimits.characters} characters.`,
  hint: 'Evidence is under 1,000 characters. This one was not made by the studio.',
};
