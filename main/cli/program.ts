import { Command, CommanderError } from 'commander';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { studioVersion } from '../services/studio-info.ts';
import { backtestCommand } from './backtest/backtest.ts';
import { chartCommand } from './chart/chart.ts';
import { calibrateCommand } from './experiments/calibrate/calibrate.ts';
import { compareCommand } from './experiments/compare/compare.ts';
import { experimentCommand } from './experiments/experiment.ts';
import { flipCommand } from './experiments/flip/flip.ts';
import { optimiseCommand } from './experiments/optimise/optimise.ts';
import { sensitivityCommand } from './experiments/sensitivity/sensitivity.ts';
import { sweepCommand } from './experiments/sweep/sweep.ts';
import { overlayCommand } from './overlay/overlay.ts';
import { newMechanismCommand, newMetricCommand, newScenarioCommand } from './own-code/scaffold.ts';
import { testMechanismsCommand } from './own-code/test-mechanisms.ts';
import { trustCommand } from './own-code/trust.ts';
import { proposeCommand } from './proposals/propose.ts';
import { verifyCommand } from './proposals/verify.ts';
import { publishCommand } from './publish/publish.ts';
import { referenceCommand } from './reference.ts';
import { Refusal } from './refusal.ts';
import { exportCommand } from './results/export.ts';
import { reportCommand } from './results/report.ts';
import { sqlCommand } from './results/sql.ts';
import { runCommand } from './run.ts';
import { scenarioCommand } from './scenario.ts';
import { serveCommand } from './serve.ts';
import { problemText, tell } from './terminal.ts';
import { validateCommand } from './validate.ts';

const commands = [
  runCommand,
  exportCommand,
  reportCommand,
  sqlCommand,
  sweepCommand,
  scenarioCommand,
  experimentCommand,
  chartCommand,
  overlayCommand,
  compareCommand,
  flipCommand,
  optimiseCommand,
  calibrateCommand,
  sensitivityCommand,
  backtestCommand,
  referenceCommand,
  proposeCommand,
  verifyCommand,
  publishCommand,
  validateCommand,
  newScenarioCommand,
  newMechanismCommand,
  newMetricCommand,
  testMechanismsCommand,
  trustCommand,
  serveCommand,
];

/**
 * Runs one command line and answers its exit code: 0 done, 1 the answer is no (a seed failed, a check differs), 2 bad input
 * or usage. Never throws, and never prints a stack.
 */
export async function runProgram(args: readonly string[], installation: Installation): Promise<number> {
  try {
    const program = new Command('depin-studio')
      .description('Simulate, compare and propose the economics of physical-infrastructure networks.')
      .version(await studioVersion(nodeFiles, installation))
      // A flag belongs to the command that it stands behind: some commands have others below them with the same flags.
      .enablePositionalOptions()
      .showHelpAfterError('(--help lists what is allowed)');
    for (const command of commands) program.addCommand(command(installation));
    settle(program);
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return failure(error);
  }
}

/** Subcommands take over that errors are thrown, not exits; commander does so only for those it makes itself. */
function settle(command: Command): void {
  command.exitOverride();
  for (const each of command.commands) {
    each.copyInheritedSettings(command);
    settle(each);
  }
}

function failure(error: unknown): number {
  // commander has said what is wrong; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refusal) {
    for (const problem of error.problems) tell(problemText(problem));
    return 2;
  }
  if (error instanceof StudioError) {
    tell(problemText(error));
    return 2;
  }
  tell(`error: DePIN Studio failed: ${error instanceof Error ? error.message : String(error)}`);
  tell('       This is a fault of ours. Please report it with the command line that led to it.');
  return 1;
}
