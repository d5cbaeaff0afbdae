import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/**
 * Customers use credits of a fixed dollar price and buy days of use at a time, which burns tokens: burns come in lumps. Those
 * who bring hardware pay a fee to join the same way.
 */
export const prepaidCredits = mechanism({
  id: 'settlement.prepaid-credits',
  version: 1,
  slot: 'settlement',
  title: 'Prepaid credits',
  summary:
    'Customers buy credits for days of use at a time by burning tokens; new hardware pays a fee to join.',
  sources: [sources.hip10],
  parameters: {
    creditPrice: number({
      label: 'Price of a credit',
      unit: 'USD/credit',
      min: 1e-9,
      max: 1e6,
      default: 0.00001,
      step: 0.00001,
      why: 'Fixed in dollars, so that what service costs does not follow the token.',
      source: sources.hip10,
    }),
    burned: number({
      label: 'Burned',
      unit: 'share',
      min: 0,
      max: 1,
      default: 1,
      step: 0.05,
      why: 'Share of what credits cost that buys and burns tokens; the rest is paid to providers as the credits are used. All of it on Helium, 95 % on Render.',
    }),
    onboardingFee: number({
      label: 'Fee to join',
      unit: 'USD/unit',
      min: 0,
      max: 1e6,
      default: 40,
      step: 5,
      why: 'Burned for every unit that joins: 40 USD for a hotspot. In a boom it is most of what is burned.',
    }),
  },
  needs: ['users', 'demand.served', 'market.executed'],
  reads: [
    'users.served',
    'users.topUpDays',
    'demand.served',
    'demand.unitPrice',
    'providers.status',
    'providers.joinedAt',
    'network.weight',
  ],
  writes: [
    'users.credit',
    'settlement.fees',
    'settlement.credits',
    'settlement.toProviders',
    'orders.burnUsd',
  ],
  step(world, { creditPrice, burned, onboardingFee }) {
    const { users, providers, network, demand, settlement, orders, clock } = world;
    const { count, served, credit, topUpDays } = users;
    const price = demand.unitPrice;
    let bought = 0;
    for (let from = 0; from < count; from += blockRows) {
      const to = from + blockRows < count ? from + blockRows : count;
      let block = 0;
      for (let i = from; i < to; i++) {
        const used = served[i] * price;
        let left = credit[i] - used;
        if (left < 0) {
          const topUp = topUpDays[i] * used;
          left += topUp;
          block += topUp;
        }
        credit[i] = left;
      }
      bought += block;
    }
    settlement.fees = demand.served * price;
    settlement.credits = settlement.fees / creditPrice;
    settlement.toProviders += settlement.fees * (1 - burned);
    orders.burnUsd += bought * burned;

    // Those who came yesterday: today's arrive after customers have paid.
    const yesterday = clock.tick - 1;
    const { joinedAt, status: statuses } = providers;
    let arrived = 0;
    for (let i = joinedAt.indexOf(yesterday); i >= 0; i = joinedAt.indexOf(yesterday, i + 1))
      if (statuses[i] >= status.active) arrived += 1;
    orders.burnUsd += arrived * network.weight * onboardingFee;
  },
  examples: [
    {
      says: 'Ten customers of 20 units at 0.50 USD have 4 USD of credit each; they buy seven days of use, 90 % of which is burned',
      given: { burned: 0.9 },
      before: {
        'users.served': 20,
        'users.credit': 4,
        'users.topUpDays': 7,
        'demand.served': 200,
        'demand.unitPrice': 0.5,
      },
      after: {
        'users.credit': 64,
        'orders.burnUsd': 630,
        'settlement.fees': 100,
        'settlement.credits': 10_000_000,
        'settlement.toProviders': 10,
      },
      tolerance: 1e-11,
    },
    {
      says: 'For the next six days they use what they have',
      before: {
        'users.served': 20,
        'users.credit': 4,
        'users.topUpDays': 7,
        'demand.served': 200,
        'demand.unitPrice': 0.5,
      },
      days: 7,
      after: { 'users.credit': 4, 'orders.burnUsd': 0, 'settlement.fees': 100 },
    },
    {
      says: 'Two of four units joined yesterday, one of them paused since: rows of 37 units burn 40 USD each',
      before: {
        'providers.status': [2, 2, 3, 1, 0, 2, 2, 2, 2, 2],
        'providers.joinedAt': [-1, -2, -1, -1, -1, -2, -2, -2, 0, -40],
        'network.weight': 37,
      },
      after: { 'orders.burnUsd': 2 * 37 * 40 },
    },
  ],
});
