import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { runningToday } from '../../kernel/provider-rows.ts';
import { uniform } from '../../kernel/random.ts';
import { blockRows } from '../../kernel/sum.ts';

/** Audits strike at random; whoever is found wanting earns nothing for a while, a spoofer found twice is out. */
export const randomAudit = mechanism({
  id: 'verification.random-audit',
  version: 1,
  slot: 'verification',
  title: 'Random audit',
  summary:
    'Audits providers at random, catches spoofers with some probability, and sometimes wrongs the honest.',
  sources: [],
  parameters: {
    rate: number({
      label: 'Audited a day',
      unit: '1/day',
      min: 0,
      max: 1,
      default: 0.01,
      step: 0.005,
      why: 'Chance that a provider is audited on a day: the lever against spoofing.',
    }),
    detection: number({
      label: 'Spoofers caught',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.8,
      step: 0.05,
      why: 'Share of audited spoofers that the audit recognises.',
    }),
    falsePositive: number({
      label: 'Honest punished',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.002,
      step: 0.001,
      why: 'Share of audited honest providers that are punished all the same: the price of auditing.',
    }),
    suspension: number({
      label: 'Suspended for',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 30,
      step: 5,
      integer: true,
      why: 'Days without rewards after a failed audit; running costs go on.',
    }),
  },
  needs: ['providers'],
  reads: ['providers.id', 'providers.spoofing', 'network.weight'],
  writes: [
    'providers.status',
    'providers.suspendedUntil',
    'providers.strikes',
    'providers.held',
    'flows.caught',
    'flows.wronged',
    'flows.left',
    'ledger.providers',
    'ledger.exiting',
  ],
  step(world, { rate, detection, falsePositive, suspension }) {
    const { providers, network, flows, ledger, clock, random } = world;
    const { id, status: statuses, spoofing, suspendedUntil, strikes, held } = providers;
    const { tick } = clock;
    random.turn(tick, 0);
    const { k0, k1 } = random;
    random.turn(tick, 1);
    const found0 = random.k0;
    const found1 = random.k1;
    let expelledTokens = 0;
    const { rows, ends } = runningToday(world);
    for (let block = 0; block < ends.length; block++) {
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        // Few are audited: asked first, the others need not be looked at.
        if (uniform(k0, k1, id[i]) >= rate) continue;
        if (statuses[i] !== status.active || suspendedUntil[i] > tick) continue;
        const spoofer = spoofing[i] > 0;
        if (uniform(found0, found1, id[i]) >= (spoofer ? detection : falsePositive)) continue;
        if (strikes[i] < 255) strikes[i] += 1;
        suspendedUntil[i] = tick + suspension;
        if (!spoofer) {
          flows.wronged += network.weight;
          continue;
        }
        flows.caught += network.weight;
        if (strikes[i] < 2) continue;
        statuses[i] = status.exited;
        flows.left += network.weight;
        expelledTokens += held[i] * network.weight;
        held[i] = 0;
      }
    }
    ledger.move('providers', 'exiting', expelledTokens, 'expelled');
  },
  examples: [
    {
      says: 'A perfect audit of everyone suspends ten spoofers of 37 units',
      given: { rate: 1, detection: 1, suspension: 30 },
      before: { 'providers.status': 2, 'providers.spoofing': 3, 'network.weight': 37 },
      after: {
        'providers.suspendedUntil': 30,
        'flows.caught': 370,
        'flows.wronged': 0,
        'providers.status': 2,
      },
    },
    {
      says: 'Caught a second time, spoofers are out and leave what they hold',
      given: { rate: 1, detection: 1 },
      before: {
        'providers.status': 2,
        'providers.spoofing': 3,
        'providers.strikes': 1,
        'providers.held': 5,
        'ledger.providers': 50,
      },
      after: { 'providers.status': 4, 'ledger.exiting': 50, 'ledger.providers': 0, 'flows.left': 10 },
    },
    {
      says: 'Audits that never err leave the honest alone',
      given: { rate: 1, falsePositive: 0 },
      before: { 'providers.status': 2 },
      after: { 'flows.wronged': 0, 'providers.suspendedUntil': 0 },
    },
  ],
});
