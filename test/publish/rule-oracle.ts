import type { PreflightFacts } from '../../main/services/publish/preflight/facts.ts';

// What Snapshot's server checks, and what it forgets, written down a second time from its description: one line a rule, and
// nothing of the preflight. `no`: refused; `?`: only the server can tell; anything else: fine.

type Verdict = 'no' | '?' | '';
type Line = readonly [rule: string, (facts: PreflightFacts) => Verdict];

const no = (broken: boolean): Verdict => (broken ? 'no' : '');
const lower = (text: string) => text.toLowerCase();
const points = (text: string) => Array.from(text).length;
const day = 24 * 60 * 60;

const trusted = ({ space, message }: PreflightFacts): boolean =>
  [...(space?.members ?? []), ...(space?.admins ?? []), ...(space?.moderators ?? [])].includes(
    lower(message.from),
  );

function limit(
  { known, space }: PreflightFacts,
  name: string,
  usual: readonly [number, number, number, number],
): number {
  const kinds = ['default', 'flagged', 'verified', 'turbo'] as const;
  let kind = 0;
  if (space?.flagged) kind = 1;
  if (space?.verified) kind = 2;
  if (space?.turbo) kind = 3;
  return known.limits?.[`space.${kinds[kind] ?? ''}.${name}`] ?? usual[kind] ?? 0;
}

const isObject = (text: string): boolean => /^\s*\{[\s\S]*\}\s*$/.test(text);

export const ruleOracle: readonly Line[] = [
  ['author.address', ({ message }) => no(!addresses.has(message.from))],
  ['envelope.size', ({ data }) => no(JSON.stringify(data).length > 99_750)],
  [
    'timestamp.window',
    ({ message, now, known }) => {
      const late = now + (known.clockAhead ?? 0) - message.timestamp;
      return no(late < -300 || late > 6 * day);
    },
  ],
  [
    'data.domain',
    ({ data: { domain } }) =>
      no(domain.name !== 'snapshot' || domain.version !== '0.1.4' || 'chainId' in domain),
  ],
  [
    'data.types',
    ({ data }) =>
      no(
        Object.keys(data.types).join() !== 'Proposal' ||
          (data.types.Proposal ?? []).map(({ name, type }) => `${name} ${type}`).join() !==
            'from string,space string,timestamp uint64,type string,title string,body string,discussion string,choices string[],labels string[],start uint64,end uint64,snapshot uint64,plugins string,privacy string,app string',
      ),
  ],
  ['space.id', ({ message }) => no(!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(lower(message.space)))],
  ['space.case', ({ message }) => no(/[A-Z]/.test(message.space))],
  [
    'space.known',
    ({ known, message }) => {
      if (known.space === undefined) return '?';
      return no(known.space === null || lower(known.space.id) !== lower(message.space));
    },
  ],
  [
    'signer.author',
    ({ signer, message }) => no(signer !== undefined && lower(signer) !== lower(message.from)),
  ],
  [
    'signature',
    ({ recovered, message }) => no(recovered !== undefined && lower(recovered) !== lower(message.from)),
  ],
  ['duplicate', ({ published }) => no(published === true)],
  ['plugins', ({ message }) => no(!isObject(message.plugins))],
  ['space.settings', ({ space }) => no(space?.hibernated === true)],
  [
    'space.networks',
    ({ space, known }) => {
      if (space === undefined || space.turbo) return '';
      if (known.premiumNetworks === undefined) return '?';
      const premium = new Set(known.premiumNetworks);
      return no(!premium.has(space.network) || space.strategyNetworks.some((each) => !premium.has(each)));
    },
  ],
  ['title', ({ message }) => no(points(message.title) < 1 || points(message.title) > 256)],
  [
    'discussion',
    ({ message: { discussion } }) =>
      no(
        discussion !== '' &&
          (points(discussion) > 256 ||
            !['http://', 'https://', 'ipfs://', 'ipns://', 'snapshot://'].some((start) =>
              discussion.startsWith(start),
            )),
      ),
  ],
  [
    'choices',
    ({ message: { choices } }) =>
      no(choices.length < 1 || choices.some((each) => points(each) < 1 || points(each) > 256)),
  ],
  [
    'labels',
    ({ message: { labels } }) =>
      no(
        labels.length > 10 ||
          new Set(labels).size < labels.length ||
          labels.some((each) => !/^[a-zA-Z0-9]{1,8}$/.test(each)),
      ),
  ],
  [
    'type',
    ({ message }) =>
      no(
        !'single-choice approval ranked-choice quadratic copeland weighted custom basic'
          .split(' ')
          .includes(message.type),
      ),
  ],
  [
    'times.seconds',
    ({ message: { start, end } }) =>
      no([start, end].some((each) => each % 1 !== 0 || each < 1e9 || each > 2e9)),
  ],
  ['app', ({ message }) => no(points(message.app) > 24)],
  ['privacy', ({ message }) => no(message.privacy !== '' && message.privacy !== 'shutter')],
  ['end.future', ({ message, now, known }) => no(message.end <= now + (known.clockAhead ?? 0))],
  [
    'choices.basic',
    ({ message: { type, choices } }) => no(type === 'basic' && choices.length !== 2 && choices.length !== 3),
  ],
  [
    'voting.delay',
    ({ space, message }) => {
      const delay = space === undefined ? 0 : space.voting.delay;
      return no(delay !== 0 && message.timestamp + delay !== message.start);
    },
  ],
  [
    'voting.period',
    ({ space, message }) => {
      const period = space === undefined ? 0 : space.voting.period;
      return no(period !== 0 && message.start + period !== message.end);
    },
  ],
  [
    'voting.type',
    ({ space, message }) =>
      no(space !== undefined && space.voting.type !== '' && space.voting.type !== message.type),
  ],
  [
    'voting.privacy',
    ({ space, message }) =>
      no(space !== undefined && space.voting.privacy !== 'any' && space.voting.privacy !== message.privacy),
  ],
  ['author.member', (facts) => no(facts.space?.onlyMembers === true && !trusted(facts))],
  [
    'author.power',
    (facts) => {
      const { space } = facts;
      if (space === undefined || space.onlyMembers || trusted(facts)) return '';
      const free = space.validation === 'any' || (space.validation === 'basic' && space.minScore === 0);
      return free ? '' : '?';
    },
  ],
  ['block.given', ({ blockGiven }) => no(!blockGiven)],
  [
    'block.start',
    ({ blockGiven, space, message }) => {
      const first = space?.network === '1' ? 7_929_876 : space?.network === '11155111' ? 751_532 : 0;
      return no(blockGiven && first > 0 && message.snapshot < first);
    },
  ],
  [
    'block.exists',
    ({ blockGiven, known, message: { snapshot } }) => {
      if (!blockGiven) return '';
      if (snapshot < 0 || snapshot % 1 !== 0) return 'no';
      return known.headBlock === undefined ? '?' : no(snapshot > known.headBlock);
    },
  ],
  [
    'limit.space',
    (facts) => {
      const { space } = facts;
      if (space === undefined) return '';
      if (space.proposalsInDay === undefined || space.proposalsInMonth === undefined) return '?';
      return no(
        space.proposalsInDay >= limit(facts, 'proposal_limit_per_day', [3, 1, 20, 40]) ||
          space.proposalsInMonth >= limit(facts, 'proposal_limit_per_month', [15, 5, 100, 200]),
      );
    },
  ],
  [
    'limit.author',
    (facts) => {
      if (facts.space === undefined || trusted(facts)) return '';
      const { activeOfAuthor } = facts.known;
      return activeOfAuthor === undefined ? '?' : no(activeOfAuthor >= 10);
    },
  ],
  // UTF-16 units: what `length` counts.
  [
    'body.length',
    (facts) => no(facts.message.body.length > limit(facts, 'body_limit', [10_000, 10_000, 10_000, 40_000])),
  ],
  [
    'choices.count',
    (facts) => no(facts.message.choices.length > limit(facts, 'choices_limit', [20, 20, 20, 1000])),
  ],
  ['end.after-start', ({ message }) => no(message.end <= message.start)],
  ['start.past', ({ message }) => no(message.start < message.timestamp)],
  [
    'choices.distinct',
    ({ message: { choices } }) =>
      no(new Set(choices.map((each) => lower(each.trim()))).size < choices.length),
  ],
  ['body.text', ({ message }) => no(!/[\p{L}\p{N}]/u.test(message.body))],
  ['choices.several', ({ message: { type, choices } }) => no(type !== 'basic' && choices.length === 1)],
  [
    'labels.known',
    ({ space, message }) =>
      no(
        space !== undefined &&
          message.labels.some((label) => !space.labels.map(({ id }) => id).includes(label)),
      ),
  ],
  [
    'times.far',
    ({ message: { timestamp, start, end } }) => no(start - timestamp > 366 * day || end - start > 366 * day),
  ],
  [
    'replay',
    ({ target, known: { onMainnet } }) => {
      if (target === 'mainnet' || onMainnet === false) return '';
      return onMainnet === undefined && target === 'other' ? '?' : 'no';
    },
  ],
];

/** Addresses that the generated drafts use and that are right; every other text there is none. */
const addresses = new Set([
  '0xA88B710FAfFF68e3D7BB4B3DD72c358B5bDb9a18',
  '0x9d2136Ec2b93d5A6A2BD7d1bd1B1ede1eC9A9f79',
]);
