import { mechanism } from '../../contract/mechanism.ts';
import { distribution, number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { drawn } from '../../kernel/distribution.ts';
import { exp } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import { rowKernel } from '../../kernel/row-kernel/row-kernel.ts';
import { sources } from '../sources.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

const parameters = {
  quality: distribution({
    label: 'Quality of data',
    unit: 'share',
    min: 0,
    max: 1,
    default: { kind: 'triangular', min: 0.6, mode: 1, max: 1 },
    why: 'What a device reaches on a good day: where and how well it was put up differs from owner to owner.',
  }),
  badHours: number({
    label: 'Bad hours',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.2,
    step: 0.05,
    why: 'Up to this part of a day is lost to gaps and faults, any part of it equally likely.',
  }),
  location: distribution({
    label: 'Proof of location',
    unit: 'share',
    min: 0,
    max: 1,
    default: { kind: 'fixed', value: 1 },
    why: 'Confidence that the device stands where its owner says; most devices report an accurate position.',
  }),
  moves: number({
    label: 'Moves',
    unit: '1/year',
    min: 0,
    max: 365,
    default: 0.05,
    step: 0.05,
    why: 'How often a device is relocated: one in twenty a year.',
  }),
  relocation: number({
    label: 'Unlocated after a move',
    unit: 'day',
    min: 0,
    max: 365,
    default: 7,
    step: 1,
    integer: true,
    why: 'Days at a proof of location of 0: discourages moving for rewards.',
    source: sources.weatherxmLocation,
  }),
  qualityThreshold: number({
    label: 'Least quality',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.5,
    step: 0.05,
    why: 'Below it the day scores nothing. The rule is published, the number is not.',
  }),
  locationThreshold: number({
    label: 'Least proof of location',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.5,
    step: 0.05,
    why: 'Below it the day scores nothing. The rule is published, the number is not.',
  }),
};

/** A day of a device: it may move, and its data and its place are scored. */
const scored = rowKernel({
  columns: { id: 'u32', status: 'u8', quality: 'f64', best: 'f32', located: 'f32', unlocatedUntil: 'i32' },
  scalars: ['tick', 'moving', 'back', 'badHours', 'qualityThreshold', 'locationThreshold'],
  agent: 'id',
  luck: ['moves', 'hours'],
  row({ column, scalar, luck, number }) {
    const moves = luck.moves.below(scalar.moving);
    const unlocatedUntil = moves.choose(scalar.back, column.unlocatedUntil);
    const data = column.best.times(number(1).minus(scalar.badHours.times(luck.hours)));
    const place = unlocatedUntil.above(scalar.tick).choose(0, column.located);
    const tooBad = data.below(scalar.qualityThreshold).or(place.below(scalar.locationThreshold));
    return {
      only: column.status.is(status.exited).not(),
      set: { unlocatedUntil, quality: tooBad.choose(0, data.times(place)) },
    };
  },
});

/** Every device gets a score a day: proof of location times quality of data, nothing below either threshold. */
export const qualityScore = mechanism({
  id: 'verification.quality-score',
  version: 1,
  slot: 'verification',
  title: 'Quality score',
  summary: 'Scores the data and the location of every device each day; below a threshold the score is zero.',
  sources: [sources.weatherxm, sources.weatherxmLocation],
  parameters,
  columns: {
    best: { table: 'providers', type: 'f32', meaning: 'quality of its data on a good day' },
    located: { table: 'providers', type: 'f32', meaning: 'its proof of location' },
    unlocatedUntil: {
      table: 'providers',
      type: 'i32',
      meaning: 'tick from which it counts as located again',
    },
  },
  needs: ['providers'],
  reads: ['providers.id', 'providers.status'],
  writes: ['providers.quality'],
  start({ providers, own, random }, given) {
    const { count, id } = providers;
    random.turn(genesis, 0);
    for (let i = 0; i < count; i++)
      own.best[i] = drawn(given.quality, parameters.quality, uniform(random.k0, random.k1, id[i]));
    random.turn(genesis, 1);
    for (let i = 0; i < count; i++)
      own.located[i] = drawn(given.location, parameters.location, uniform(random.k0, random.k1, id[i]));
  },
  step({ providers, clock, own, random }, given) {
    const { count, id, status, quality } = providers;
    const { best, located, unlocatedUntil } = own;
    const { badHours, qualityThreshold, locationThreshold } = given;
    const { tick } = clock;
    random.turn(tick, 0);
    const moves = { k0: random.k0, k1: random.k1 };
    random.turn(tick, 1);
    scored({
      count,
      columns: { id, status, quality, best, located, unlocatedUntil },
      scalars: {
        ...{ tick, badHours, qualityThreshold, locationThreshold },
        moving: 1 - exp(-given.moves / 365),
        back: tick + given.relocation,
      },
      luck: { moves, hours: random },
    });
  },
  examples: [
    {
      says: 'The score is the product: 0.75 of the data at a location that is believed to 0.5; who left has none',
      given: {
        quality: { kind: 'fixed', value: 0.75 },
        location: { kind: 'fixed', value: 0.5 },
        badHours: 0,
        moves: 0,
        qualityThreshold: 0.75,
        locationThreshold: 0.5,
      },
      before: { 'providers.status': [2, 2, 2, 3, 0, 1, 2, 2, 2, 4] },
      after: { 'providers.quality': [0.375, 0.375, 0.375, 0.375, 0.375, 0.375, 0.375, 0.375, 0.375, 0] },
    },
    {
      says: 'Data below the threshold scores nothing',
      given: { quality: { kind: 'fixed', value: 0.5 }, badHours: 0, moves: 0, qualityThreshold: 0.6 },
      before: { 'providers.quality': 1 },
      after: { 'providers.quality': 0 },
    },
    {
      says: 'A location below the threshold scores nothing',
      given: { location: { kind: 'fixed', value: 0.5 }, moves: 0, locationThreshold: 0.6 },
      before: { 'providers.quality': 1 },
      after: { 'providers.quality': 0 },
    },
    {
      says: 'Whoever moves has no location for a while',
      given: { quality: { kind: 'fixed', value: 1 }, badHours: 0, moves: 365, relocation: 365 },
      before: { 'providers.quality': 1 },
      days: 60,
      after: { 'providers.quality': 0 },
    },
    {
      says: 'A penalty of no days is none',
      given: { quality: { kind: 'fixed', value: 1 }, badHours: 0, moves: 365, relocation: 0 },
      days: 5,
      after: { 'providers.quality': 1 },
    },
    {
      says: 'If all hours may be bad, a threshold of all data is never reached',
      given: { quality: { kind: 'fixed', value: 1 }, badHours: 1, moves: 0, qualityThreshold: 1 },
      before: { 'providers.quality': 1 },
      after: { 'providers.quality': 0 },
    },
  ],
});
