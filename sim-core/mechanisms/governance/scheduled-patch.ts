import { mechanism } from '../../contract/mechanism.ts';
import { date, number, table } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';

const changeColumns = {
  parameter: { kind: 'text', label: 'Parameter' },
  value: { kind: 'number', label: 'New value', unit: '1', min: -1e18, max: 1e18 },
  after: { kind: 'number', label: 'In force after', unit: 'day', min: 0, max: 36_500 },
} as const;

/** The proposal under study: parameters take new values on known days, whoever decided it. */
export const scheduledPatch = mechanism({
  id: 'governance.scheduled-patch',
  version: 1,
  slot: 'governance',
  title: 'Scheduled change',
  summary:
    'Gives parameters new values from a day on, in steps if there are several, and takes them back after a time.',
  sources: [],
  parameters: {
    changes: table({
      label: 'Changes',
      unit: 'row',
      why: 'The proposal: which parameter, as slot.mechanism.parameter, takes which value, so many days after the date.',
      columns: changeColumns,
    }),
    from: date({
      label: 'In force from',
      unit: 'date',
      default: dayNumber(2026, 1, 1),
      why: 'The first day on which new values hold. A date before the first simulated day: from the start.',
    }),
    lasts: number({
      label: 'For',
      unit: 'day',
      min: 0,
      max: 36_500,
      default: 0,
      step: 30,
      integer: true,
      why: 'A trial ends by itself: each change is taken back so many days after it came. 0: it stays.',
    }),
  },
  reads: [],
  writes: [],
  inForce({ clock }, { changes, from, lasts }) {
    const since = clock.day - from;
    // Of two patches of one parameter the later in the list holds: that has to be the later step, wherever its row stands.
    return changes.after
      .map((after, row) => ({ after, row }))
      .filter(({ after }) => since >= after && (lasts === 0 || since < after + lasts))
      .sort((a, b) => a.after - b.after)
      .map(({ row }) => ({ path: changes.parameter[row], value: changes.value[row] }));
  },
  refuses: ({ changes }) =>
    changes.parameter.length > 0
      ? undefined
      : {
          parameter: 'changes',
          message: 'Nothing is to be changed.',
          hint: 'Give a row for each new value, or leave the mechanism out.',
        },
  examples: [
    {
      says: 'It is decided elsewhere: nothing is voted on',
      given: { changes: { parameter: ['emission.halving.period'], value: [12], after: [0] }, from: 0 },
      after: { 'governance.proposals': 0, 'governance.passed': 0 },
    },
  ],
});
