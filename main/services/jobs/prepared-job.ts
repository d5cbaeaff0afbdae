import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { JobResult } from '../../api/jobs/job-result.ts';
import type { Case } from '../experiments/case.ts';
import type { ReadExperiment } from '../experiments/read-experiment.ts';
import type { RunnerOptions } from '../experiments/runner.ts';
import type { Installation } from '../installation.ts';

/** An experiment that was found good: what it costs, and how to run it. */
export interface PreparedJob {
  /** The scenario as it is, whose speed tells the cost. */
  readonly document: ScenarioDocument;
  /** Points; of a search, at most. */
  readonly points: number;
  /** Seeds of all points together. */
  readonly runs: number;
  /** The cases, where they are known before anything has run: a search chooses as it goes. */
  readonly cases?: () => Iterable<Case>;
  /** The method and why it was chosen, in a sentence. */
  readonly because: string;
  readonly notes: readonly string[];
  /** Throws where it cannot go on, and `experiment.cancelled` where its signal was aborted. */
  run(options: JobOptions): Promise<JobOutcome>;
}

export interface JobOptions extends Omit<RunnerOptions, 'columns'> {
  /** Told when there is more to see. What it is given is called when somebody looks, and may say that there is nothing yet. */
  readonly told: (soFar: () => JobResult | undefined) => void;
}

export interface JobOutcome {
  readonly result: JobResult;
  /** Files of the result, for the folder of the job: name to text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What an experiment is prepared from. */
export interface JobParts extends ReadExperiment {
  readonly installation: Installation;
  /** Of a search that its file does not bound. */
  readonly budget?: number;
  /** Text of the CSV file that the experiment names. */
  readonly record?: string;
}
