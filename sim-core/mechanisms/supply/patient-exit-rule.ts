import { status } from '../../contract/vocabulary.ts';
import { rowKernel } from '../../kernel/row-kernel/row-kernel.ts';

/** A day of a provider that runs or has paused: its average, its patience, and whether it runs, pauses or leaves. */
const lived = (areBans: boolean) =>
  rowKernel({
    columns: {
      id: 'u32',
      status: 'u8',
      region: 'u8',
      shadowReward: 'f64',
      fiat: 'f64',
      opex: 'f64',
      patience: 'f64',
      hurdle: 'f64',
      hardwareFactor: 'f64',
      spoofing: 'f64',
      capacity: 'f64',
      profit: 'f64',
      held: 'f64',
      lossDays: 'f32',
    },
    tables: { banned: 'u8' },
    scalars: [
      'today',
      'price',
      'costFactor',
      'failure',
      'resumeGain',
      'pausePatience',
      'pauseLevel',
      'replacement',
    ],
    agent: 'id',
    luck: ['failing'],
    row({ column, scalar, luck, lookup }) {
      const { profit: before, opex, patience, lossDays } = column;
      const income = column.shadowReward.times(scalar.price).plus(column.fiat);
      const profit = income.minus(opex.times(scalar.costFactor));
      const average = before.plus(scalar.today.times(profit.minus(before)));
      const losses = average
        .below(0)
        .choose(lossDays.plus(1), lossDays.above(2).choose(lossDays.minus(2), 0));

      const replaced = average
        .above(0)
        .and(average.times(column.hurdle).above(scalar.replacement.times(column.hardwareFactor)));
      const broken = luck.failing.below(scalar.failure).and(replaced.not());
      const impatient = broken.or(losses.above(patience));
      const leaves = areBans ? impatient.or(lookup('banned', 'region').is(1)) : impatient;

      const ran = column.status.is(status.active);
      const tired = average
        .below(scalar.pauseLevel.times(opex))
        .and(losses.above(scalar.pausePatience.times(patience)));
      const gains = average.above(scalar.resumeGain.times(opex));
      const willing = ran.and(tired.not()).or(ran.not().and(gains));
      const runs = leaves.not().and(willing);
      return {
        // Some may have been put out since this morning.
        only: column.status.is(status.exited).not(),
        set: {
          profit: average,
          lossDays: losses,
          status: leaves.choose(status.exited, willing.choose(status.active, status.paused)),
          held: leaves.choose(0, column.held),
        },
        sum: {
          honestCapacity: runs.and(column.spoofing.is(0)).choose(column.capacity, 0),
          leftTokens: leaves.choose(column.held, 0),
        },
        count: {
          active: runs,
          paused: leaves.not().and(willing.not()),
          inProfit: runs.and(average.above(0)),
          left: leaves,
        },
      };
    },
  });

/** Most days nothing is banned, and nobody has to be asked where it stands. */
export const freely = lived(false);
export const underBans = lived(true);
