import type { Command } from 'commander';
import type { Installation } from '../services/installation.ts';

/** Makes a command for an installation. */
type MakeCommand = (installation: Installation) => Command;

/** The commands by their names, in the order of `--help`. Each is loaded when it is asked for: it waits for no other's libraries. */
export const commands: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  run: async () => (await import('./run.ts')).runCommand,
  export: async () => (await import('./results/export.ts')).exportCommand,
  report: async () => (await import('./results/report.ts')).reportCommand,
  sql: async () => (await import('./results/sql.ts')).sqlCommand,
  sweep: async () => (await import('./experiments/sweep/sweep.ts')).sweepCommand,
  merge: async () => (await import('./experiments/merge/merge.ts')).mergeCommand,
  worker: async () => (await import('./queue/worker.ts')).workerCommand,
  scenario: async () => (await import('./scenario.ts')).scenarioCommand,
  experiment: async () => (await import('./experiments/experiment.ts')).experimentCommand,
  chart: async () => (await import('./chart/chart.ts')).chartCommand,
  overlay: async () => (await import('./overlay/overlay.ts')).overlayCommand,
  compare: async () => (await import('./experiments/compare/compare.ts')).compareCommand,
  flip: async () => (await import('./experiments/flip/flip.ts')).flipCommand,
  optimise: async () => (await import('./experiments/optimise/optimise.ts')).optimiseCommand,
  calibrate: async () => (await import('./experiments/calibrate/calibrate.ts')).calibrateCommand,
  sensitivity: async () => (await import('./experiments/sensitivity/sensitivity.ts')).sensitivityCommand,
  backtest: async () => (await import('./backtest/backtest.ts')).backtestCommand,
  reference: async () => (await import('./reference.ts')).referenceCommand,
  propose: async () => (await import('./proposals/propose.ts')).proposeCommand,
  verify: async () => (await import('./proposals/verify.ts')).verifyCommand,
  fork: async () => (await import('./proposals/fork.ts')).forkCommand,
  outcome: async () => (await import('./proposals/outcome.ts')).outcomeCommand,
  shorten: async () => (await import('./proposals/shorten.ts')).shortenCommand,
  'hand-on': async () => (await import('./proposals/hand-on.ts')).handOnCommand,
  bundle: async () => (await import('./bundle/bundle.ts')).bundleCommand,
  publish: async () => (await import('./publish/publish.ts')).publishCommand,
  validate: async () => (await import('./validate.ts')).validateCommand,
  'new-scenario': async () => (await import('./own-code/scaffold.ts')).newScenarioCommand,
  'new-mechanism': async () => (await import('./own-code/scaffold.ts')).newMechanismCommand,
  'new-metric': async () => (await import('./own-code/scaffold.ts')).newMetricCommand,
  'test-mechanisms': async () => (await import('./own-code/test-mechanisms.ts')).testMechanismsCommand,
  trust: async () => (await import('./own-code/trust.ts')).trustCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
};
