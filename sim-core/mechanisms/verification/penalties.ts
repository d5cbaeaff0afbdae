import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { max, min, pow } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/**
 * What a strike costs: time without rewards that grows with each one, and a denylist. Stakes are slashed by
 * `staking.slashing`. List it after the audits that give strikes.
 */
export const penalties = mechanism({
  id: 'verification.penalties',
  version: 1,
  slot: 'verification',
  title: 'Suspension and denylist',
  summary:
    'Suspends providers for longer with each strike, forgives with time, and denies them after too many.',
  sources: [sources.denylist],
  parameters: {
    suspension: number({
      label: 'First suspension',
      unit: 'day',
      min: 0,
      max: 3650,
      default: 30,
      step: 5,
      integer: true,
      why: 'Days without rewards after the first strike; running costs go on.',
    }),
    escalation: number({
      label: 'Each next one times',
      unit: '1',
      min: 1,
      max: 100,
      default: 2,
      step: 0.5,
      why: 'Repeated offences cost more, single errors of the audit little.',
    }),
    denyAfter: number({
      label: 'Denied at strike',
      unit: '1',
      min: 1,
      max: 255,
      default: 3,
      step: 1,
      integer: true,
      why: 'So many strikes put a provider out for good, honest or not: wrong audits make this dear.',
    }),
    forgiveAfter: number({
      label: 'Forgiven after',
      unit: 'day',
      min: 1,
      max: 36_500,
      default: 365,
      step: 30,
      integer: true,
      why: 'Days without a new strike after which one is struck off. Without it every honest provider is denied in the end.',
    }),
  },
  columns: {
    seen: { table: 'providers', type: 'u8', meaning: 'strikes already punished' },
    forgiveAt: { table: 'providers', type: 'i32', meaning: 'tick at which a strike is struck off' },
  },
  needs: ['providers'],
  reads: ['network.weight'],
  writes: [
    'providers.status',
    'providers.strikes',
    'providers.suspendedUntil',
    'providers.held',
    'flows.expelled',
    'flows.left',
    'ledger.providers',
    'ledger.exiting',
  ],
  step({ providers, network, flows, ledger, clock, own }, given) {
    const { count, status: statuses, strikes, suspendedUntil, held } = providers;
    const { seen, forgiveAt } = own;
    const { suspension, escalation, denyAfter, forgiveAfter } = given;
    const { tick } = clock;
    let denied = 0;
    let tokens = 0;
    for (let i = 0; i < count; i++) {
      const had = strikes[i];
      // Most have a clean record.
      if (had === 0) continue;
      if (had > seen[i]) {
        forgiveAt[i] = tick + forgiveAfter;
        seen[i] = had;
        const days = min(36_500, suspension * pow(escalation, had - 1));
        suspendedUntil[i] = max(suspendedUntil[i], tick + days);
        if (had < denyAfter || (statuses[i] !== status.active && statuses[i] !== status.paused)) continue;
        statuses[i] = status.exited;
        denied += network.weight;
        tokens += held[i] * network.weight;
        held[i] = 0;
      } else if (tick >= forgiveAt[i]) {
        strikes[i] = had - 1;
        seen[i] = had - 1;
        forgiveAt[i] = tick + forgiveAfter;
      }
    }
    flows.expelled += denied;
    flows.left += denied;
    ledger.move('providers', 'exiting', tokens, 'denied');
  },
  examples: [
    {
      says: 'A first strike costs 30 days, a second 60, and a longer suspension by the audit stands',
      before: {
        'providers.status': 2,
        'providers.strikes': [0, 1, 2, 1, 0, 0, 0, 0, 0, 0],
        'providers.suspendedUntil': [0, 0, 0, 90, 0, 0, 0, 0, 0, 0],
      },
      after: {
        'providers.suspendedUntil': [0, 30, 60, 90, 0, 0, 0, 0, 0, 0],
        'providers.strikes': [0, 1, 2, 1, 0, 0, 0, 0, 0, 0],
        'flows.expelled': 0,
      },
    },
    {
      says: 'A strike is punished once: the next day adds nothing',
      before: { 'providers.status': 2, 'providers.strikes': 1 },
      days: 2,
      after: { 'providers.suspendedUntil': 30, 'providers.strikes': 1 },
    },
    {
      says: 'The third strike puts them out, with what they hold; who is already out is not counted again',
      before: {
        'providers.status': [2, 3, 4, 2, 2, 2, 2, 2, 2, 2],
        'providers.strikes': [3, 3, 3, 0, 0, 0, 0, 0, 0, 0],
        'providers.held': 5,
        'network.weight': 37,
        'ledger.providers': 1850,
      },
      after: {
        'providers.status': [4, 4, 4, 2, 2, 2, 2, 2, 2, 2],
        'providers.held': [0, 0, 5, 5, 5, 5, 5, 5, 5, 5],
        'flows.expelled': 74,
        'flows.left': 74,
        'ledger.exiting': 370,
        'ledger.providers': 1480,
      },
    },
    {
      says: 'Two days without a new one take two strikes off where one day forgives one',
      given: { forgiveAfter: 1 },
      before: { 'providers.status': 2, 'providers.strikes': 2 },
      days: 3,
      after: { 'providers.strikes': 0, 'providers.suspendedUntil': 60 },
    },
    {
      says: 'Each strike takes as long to forgive, and forgiving one does not punish the one that is left',
      given: { forgiveAfter: 2 },
      before: { 'providers.status': 2, 'providers.strikes': 2 },
      days: 4,
      after: { 'providers.strikes': 1, 'providers.suspendedUntil': 60 },
    },
  ],
});
