import { type Claim, claimText } from '../../../../sim-core/evidence/claim.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { describeParameters } from '../../../../sim-core/scenario/describe-parameters.ts';
import type { ForkView } from '../../../api/proposals/proposals-api.ts';
import type { Fork } from './fork-evidence.ts';

/** What a fork comes to, beside theirs, for tables and screens. */
export function forkView(fork: Fork): Omit<ForkView, 'reply'> {
  const { theirs, here, metrics } = fork;
  const claimed = theirs.verification.lines.filter(({ text }) => text.startsWith('claim '));
  const outcomes = theirs.block.claims.flatMap((before, nth): ForkView['outcomes'][number][] => {
    const after = here.block.claims[nth];
    if (after === undefined) return [];
    const unit = unitOf(before, metrics);
    return [
      {
        ...{ what: whatOf(before, metrics), numbers: headsOf(before) },
        ...(unit === undefined ? {} : { unit }),
        ...{ theirs: valuesOf(before), here: valuesOf(after) },
        reproduced: claimed[nth]?.standing === 'holds',
      },
    ];
  });
  return {
    differences: fork.differences.map((each) => ({ ...each, label: labelOf(fork, each.path) })),
    outcomes,
    sentences: sentencesOf(fork),
  };
}

function labelOf({ here }: Fork, path: string): string {
  const { proposal } = here.documents;
  return describeParameters(proposal).find((each) => each.path === path)?.label ?? path;
}

type Metrics = Fork['metrics'];

const metricOf = (claim: Claim, metrics: Metrics) =>
  claim.kind === 'verdict'
    ? undefined
    : metrics.find(({ id }) => claim.measure.startsWith(`${id}@`) || claim.measure.includes(`(${id})`));

function whatOf(claim: Claim, metrics: Metrics): string {
  if (claim.kind === 'verdict') return verdicts.find(({ id }) => id === claim.id)?.title ?? claim.id;
  const title = metricOf(claim, metrics)?.title;
  const named = title === undefined ? claim.measure : `${title} (${claim.measure})`;
  if (claim.kind === 'bound') return `${named} ${claim.side} ${claim.bound}`;
  return claim.kind === 'difference'
    ? `${named}, difference to no change`
    : claim.of === 'base'
      ? `${named}, no change`
      : named;
}

const unitOf = (claim: Claim, metrics: Metrics): string | undefined =>
  claim.kind === 'quantiles' || claim.kind === 'difference' ? metricOf(claim, metrics)?.unit : undefined;

const headsOf = (claim: Claim): readonly string[] =>
  'values' in claim ? claim.values.map(({ percent }) => `p${percent}`) : ['P', 'P, no change'];

const valuesOf = (claim: Claim): readonly string[] =>
  'values' in claim ? claim.values.map(({ value }) => value) : [claim.share, claim.base];

/** What turns: a verdict that most runs hold, and the direction of what the change does. */
function sentencesOf({ theirs, here, metrics }: Fork): readonly string[] {
  const pairs = theirs.block.claims.flatMap((before, nth) => {
    const after = here.block.claims[nth];
    return after === undefined ? [] : [{ before, after }];
  });
  const told = pairs.flatMap(({ before, after }) => turned(before, after, metrics));
  const same = pairs.every(({ before, after }) => claimText(before) === claimText(after));
  if (same) return ['Every number that is claimed stays as it is, to the last digit.'];
  return told.length === 0
    ? [
        'Numbers move, and what they say stays: no verdict turns, and no effect of the change changes its direction.',
      ]
    : told;
}

function turned(before: Claim, after: Claim, metrics: Metrics): readonly string[] {
  if ('share' in before && 'share' in after) {
    const [was, is] = [Number(before.share), Number(after.share)];
    const name = `“${whatOf(before, metrics)}”`;
    const most =
      was >= 0.5 !== is >= 0.5
        ? [`${name} turns: true in ${percent(is)} of the runs here, in ${percent(was)} of theirs.`]
        : [];
    const [gain, gainHere] = [was - Number(before.base), is - Number(after.base)];
    return gain * gainHere < 0
      ? [
          ...most,
          `${name}: the change makes it ${gainHere > 0 ? 'more' : 'less'} likely here, and ${gain > 0 ? 'more' : 'less'} likely in theirs.`,
        ]
      : most;
  }
  if (before.kind !== 'difference' || after.kind !== 'difference') return [];
  const middle = (claim: typeof before) => claim.values.find((each) => each.percent === 50)?.value ?? '';
  const [was, is] = [middle(before), middle(after)];
  if (Number(was) * Number(is) >= 0) return [];
  return [
    `${whatOf(before, metrics)}: its median is ${is} here and ${was} in theirs, so the change works the other way.`,
  ];
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;
