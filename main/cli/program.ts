import { Command, CommanderError } from 'commander';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { Refusal } from '../services/refusal.ts';
import { studioVersion } from '../services/studio-info.ts';
import { commands } from './commands.ts';
import { exitCodeOf } from './exit-code.ts';
import { problemText, tell } from './terminal.ts';

/** The command that a line begins with; all of them where it is help that is asked for, or no command. */
function named([first]: readonly string[]): readonly string[] {
  if (first === '--version' || first === '-V') return [];
  return first !== undefined && Object.hasOwn(commands, first) ? [first] : Object.keys(commands);
}

/**
 * Runs one command line and answers its exit code: 0 done, 1 the answer is no (a seed failed, a check differs) or
 * work stopped half-way (cancelled, a full disk), 2 bad input or usage. Never throws, and never prints a stack.
 */
export async function runProgram(args: readonly string[], installation: Installation): Promise<number> {
  try {
    const program = new Command('depin-studio')
      .description('Simulate, compare and propose the economics of physical-infrastructure networks.')
      .version(await studioVersion(nodeFiles, installation))
      // A flag belongs to the command that it stands behind: some commands have others below them with the same flags.
      .enablePositionalOptions()
      .showHelpAfterError('(--help lists what is allowed)');
    const makers = await Promise.all(named(args).map((name) => commands[name]?.()));
    for (const make of makers) if (make !== undefined) program.addCommand(make(installation));
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
    return exitCodeOf(error.problems);
  }
  if (error instanceof StudioError) {
    tell(problemText(error));
    return exitCodeOf([error]);
  }
  tell(`error: DePIN Studio failed: ${error instanceof Error ? error.message : String(error)}`);
  tell('       This is a fault of ours. Please report it with the command line that led to it.');
  return 1;
}
