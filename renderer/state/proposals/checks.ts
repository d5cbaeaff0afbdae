import { parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import { fullNumber } from '../../ui/number-format.ts';
import { draftHead, headLine } from './draft-head.ts';
import { type NumberFound, numbersBeside } from './numbers-beside.ts';
import { type ProposalText, proposalText } from './proposal-text.ts';

/** One thing that is looked at in a proposal. */
export interface Check {
  readonly id: string;
  readonly standing: 'pass' | 'watch' | 'fail';
  readonly text: string;
  /** What to do. */
  readonly fix?: string;
  /** Lines of the text where it is, from 1. */
  readonly lines: readonly number[];
}

/** What is known beside the text. */
export interface CheckedAgainst {
  /** Characters that the venue takes, in UTF-16 units. */
  readonly bodyLimit: number;
  readonly engineId?: string;
  /** Digest of the base as it is here now; `missing` where it is not here; absent while nobody has looked. */
  readonly baseDigest?: string;
  /** The scenario that is proposed has been edited since the evidence was made. */
  readonly stale?: boolean;
}

const mostTitle = 256;
const mostChoice = 32;
const mostChoices = 20;

/** Everything that can be told of a proposal from its text, worst first. */
export function checksOf(text: string, against: CheckedAgainst): readonly Check[] {
  const parts = proposalText(text);
  const head = draftHead(text);
  const rank = { fail: 0, watch: 1, pass: 2 };
  return [
    titleCheck(parts),
    bodyCheck(parts, against.bodyLimit),
    ...placeholderCheck(text),
    choicesCheck(parts, headLine(head, 'choices')),
    discussionCheck(parts, headLine(head, 'discussion')),
    losersCheck(text),
    ...unsourcedCheck(text),
    ...evidenceChecks(text, against),
  ].sort((a, b) => rank[a.standing] - rank[b.standing]);
}

function titleCheck({ title, titleLine }: ProposalText): Check {
  const lines = titleLine > 0 ? [titleLine] : [1];
  if (title === '')
    return {
      ...{ id: 'title', standing: 'fail', lines: [1] },
      text: 'There is no title.',
      fix: 'Begin with a line such as "# Halve issuance earlier".',
    };
  if (title.length > mostTitle)
    return {
      ...{ id: 'title', standing: 'fail', lines },
      text: `The title has ${title.length} characters; ${mostTitle} are taken.`,
      fix: 'Shorten it.',
    };
  return {
    ...{ id: 'title', standing: 'pass', lines },
    text: `Title: ${title.length} of ${mostTitle} characters.`,
  };
}

function bodyCheck({ body, titleLine }: ProposalText, limit: number): Check {
  const count = `${fullNumber(body.length)} of ${fullNumber(limit)} characters`;
  if (body.length <= limit) return { id: 'body', standing: 'pass', text: `Body: ${count}.`, lines: [] };
  return {
    ...{ id: 'body', standing: 'fail', lines: [titleLine + 1] },
    text: `The body has ${count}. An emoji counts as 2.`,
    fix: 'Publish, Shorten moves sections into an annex and keeps the summary, the parameters, who loses, and the evidence.',
  };
}

function placeholderCheck(text: string): readonly Check[] {
  const lines = linesWith(text, /\[to write: /);
  if (lines.length === 0)
    return [{ id: 'written', standing: 'pass', text: 'Nothing is left to write.', lines }];
  const places = lines.length === 1 ? '1 line waits' : `${lines.length} lines wait`;
  return [
    {
      ...{ id: 'written', standing: 'watch', lines },
      text: `${places} for what only you know.`,
      fix: 'Write it in the place of each [to write: …].',
    },
  ];
}

function choicesCheck({ choices }: ProposalText, line: number | undefined): Check {
  const lines = line === undefined ? [] : [line];
  const fail = (text: string, fix: string): Check => ({ id: 'choices', standing: 'fail', text, fix, lines });
  const long = choices.find((choice) => choice.length > mostChoice);
  if (choices.some((choice) => choice === ''))
    return fail('A choice is empty.', 'Write "choices: For, Against" at the head.');
  if (long !== undefined)
    return fail(
      `The choice "${long.slice(0, 40)}" has ${long.length} characters; ${mostChoice} can be read on a ballot.`,
      'Shorten it.',
    );
  if (new Set(choices.map((choice) => choice.toLowerCase())).size < choices.length)
    return fail('Two choices are the same.', 'Leave one out.');
  if (choices.length < 2 || choices.length > mostChoices)
    return fail(
      `There ${choices.length === 1 ? 'is 1 choice' : `are ${choices.length} choices`}; 2 to ${mostChoices} make a vote.`,
      'Change the line "choices:" at the head.',
    );
  return { id: 'choices', standing: 'pass', text: `Choices: ${choices.join(', ')}.`, lines };
}

function discussionCheck({ discussion }: ProposalText, line: number | undefined): Check {
  const check = { id: 'discussion', lines: line === undefined ? [] : [line] };
  if (discussion === '')
    return {
      ...check,
      standing: 'watch',
      text: 'No link to a discussion.',
      fix: 'Give one under Publish; it stands at the head of the file as "discussion: https://…".',
    };
  if (discussion.length > 256 || !/^(https?|ipfs|ipns|snapshot):\/\/\S+$/.test(discussion))
    return {
      ...check,
      standing: 'fail',
      text: 'The link to the discussion is none that a venue takes.',
      fix: 'It begins with https://, and has 256 characters at most.',
    };
  return { ...check, standing: 'pass', text: 'Discussion is linked.' };
}

function losersCheck(text: string): Check {
  const lines = linesWith(text, /^##\s.*(loses|losers|affected)/i);
  if (lines.length > 0) return { id: 'losers', standing: 'pass', text: 'Who loses is said.', lines };
  return {
    ...{ id: 'losers', standing: 'fail', lines: [] },
    text: 'Nothing says who loses.',
    fix: 'Add a section "## Who gains and who loses": voters ask it first.',
  };
}

function unsourcedCheck(text: string): readonly Check[] {
  const [at] = linesWith(text, /^## Assumptions by influence/);
  if (at === undefined) return [];
  const after = text
    .split('\n')
    .slice(at, at + 4)
    .join(' ');
  if (!after.includes('Not computed'))
    return [
      {
        id: 'unsourced',
        standing: 'pass',
        text: 'What rests on values without a source is said.',
        lines: [at],
      },
    ];
  return [
    {
      ...{ id: 'unsourced', standing: 'watch', lines: [at] },
      text: 'What share of the variance rests on values without a source is not computed.',
      fix: 'Run Sensitivity in Explore and write the draft again, or say it here.',
    },
  ];
}

function evidenceChecks(text: string, against: CheckedAgainst): readonly Check[] {
  const found = parseEvidence(text);
  if (!found.ok)
    return found.problems.slice(0, 5).map((problem, i) => ({
      ...{ id: `evidence-${i}`, standing: 'fail', text: problem.message },
      ...(problem.hint === undefined ? {} : { fix: problem.hint }),
      lines: [Number(/\d+/.exec(problem.where ?? '')?.[0] ?? 1)],
    }));
  const { block, lines } = found;
  const lineOf = (keyword: string) =>
    lines.filter((line) => line.keyword === keyword).map(({ number }) => number);
  const checks: Check[] = [numbersCheck(numbersBeside(text, block.claims))];
  const { engineId, baseDigest, stale } = against;
  if (engineId !== undefined && !engineId.startsWith(block.engine.id))
    checks.push({
      ...{ id: 'engine', standing: 'watch', lines: lineOf('engine') },
      text: 'The evidence was made by another engine than the one here.',
      fix: 'Write the draft again, so that people with this version can re-run it.',
    });
  if (baseDigest === 'missing')
    checks.push({
      ...{ id: 'base', standing: 'fail', lines: lineOf('base') },
      text: `There is no scenario ${block.base.id} here.`,
      fix: 'Save it in the project; a base that is not shipped travels beside the proposal.',
    });
  else if (baseDigest !== undefined && !baseDigest.startsWith(block.base.digest))
    checks.push({
      ...{ id: 'base', standing: 'fail', lines: lineOf('base') },
      text: `${block.base.id} has changed since: the evidence is of another version of it.`,
      fix: 'Write the draft again.',
    });
  if (stale === true)
    checks.push({
      ...{ id: 'stale', standing: 'fail', lines: lineOf('change') },
      text: 'The scenario that is proposed was edited after this evidence was made.',
      fix: 'Compare again and write the draft anew, or take the edit back.',
    });
  if (checks.every(({ standing }) => standing === 'pass'))
    checks.push({
      id: 'evidence',
      standing: 'pass',
      text: 'The evidence is of the scenario and engine here.',
      lines: lineOf('engine'),
    });
  return checks;
}

function numbersCheck({
  same,
  near,
}: {
  readonly same: number;
  readonly near: readonly NumberFound[];
}): Check {
  if (near.length === 0)
    return {
      ...{ id: 'numbers', standing: 'pass', lines: [] },
      text: `${same === 1 ? '1 number' : `${same} numbers`} of the text stand in the evidence as they are.`,
    };
  const told = near
    .slice(0, 3)
    .map(({ written, claimed }) => `${written} (the evidence says ${claimed})`)
    .join(', ');
  return {
    ...{ id: 'numbers', standing: 'watch', lines: near.map(({ line }) => line) },
    text: `Nearly a number of the evidence, but not it: ${told}.`,
    fix: 'Spell them as the evidence does, or say that they are rounded.',
  };
}

const linesWith = (text: string, pattern: RegExp): readonly number[] =>
  text.split('\n').flatMap((line, i) => (pattern.test(line) ? [i + 1] : []));
