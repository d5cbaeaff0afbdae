import { type Command, Option } from 'commander';
import { designKinds } from '../../../../sim-core/contract/design.ts';
import { gathered, runCount } from '../../options.ts';

/** Gives a command the argument and the flags that say what is swept, and where its results go. */
export const withSweepFlags = (command: Command): Command =>
  command
    .argument('<experiment>', 'an experiment file, or a scenario together with --vary')
    .option(
      '--vary <path=values>',
      'what varies: path=12,18,24 or path=10..20; may be repeated',
      gathered,
      [],
    )
    .addOption(
      new Option('--design <kind>', 'how values are combined (default: factorial)').choices(designKinds),
    )
    .option('--runs <count>', 'cases of a latin-hypercube or sobol design', runCount)
    .option('--design-seed <text>', 'from which the luck of the design follows (default: 1)')
    .option(
      '--seeds <list>',
      'range such as 1..50, or list such as 1,2,7 (default: 1..8, or what the file says)',
    )
    .option('--set <path=value>', 'change a value in every case; may be repeated', gathered, [])
    .option('--overlay <name>', 'lay a storm over every case; may be repeated', gathered, [])
    .option('--measure <name>', 'what is told, such as providers.active@end; may be repeated', gathered, [])
    .option('--out <folder>', 'where sweep.csv goes (default: out/<id of the experiment>)')
    .option('--store <folder>', "where runs are kept (default: runs in the project's folder)")
    .option('--json', 'print one JSON document instead of text');
