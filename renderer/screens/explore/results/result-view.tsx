import type { ReactElement } from 'react';
import type { JobResult } from '../../../../main/api/jobs/job-result.ts';
import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import type { OpenForm } from '../use-form.ts';
import { CalibrateResult } from './calibrate-result.tsx';
import { FlipResult } from './flip-result.tsx';
import { OptimiseResult } from './optimise-result.tsx';
import { SearchSoFar } from './search-so-far.tsx';
import { SensitivityResult } from './sensitivity-result.tsx';
import { CalibrateSoFar, SensitivitySoFar } from './so-far.tsx';
import { SweepResult } from './sweep/sweep-result.tsx';

interface ResultViewProps {
  readonly job: JobView;
  readonly result: JobResult;
  readonly open: OpenForm | undefined;
  /** It is not all yet. */
  readonly partial: boolean;
}

/** What came of a job, each kind in its own pictures. */
export function ResultView({ job, result, open, partial }: ResultViewProps): ReactElement {
  switch (result.kind) {
    case 'sweep':
      return <SweepResult key={job.id} job={job} result={result} />;
    case 'sensitivity':
      return <SensitivityResult job={job} result={result} partial={partial} />;
    case 'sensitivity-so-far':
      return <SensitivitySoFar result={result} />;
    case 'optimise':
      return <OptimiseResult key={job.id} job={job} result={result} />;
    case 'optimise-so-far':
      return <SearchSoFar job={job} result={result} />;
    case 'calibrate':
      return <CalibrateResult job={job} result={result} open={open} />;
    case 'calibrate-so-far':
      return <CalibrateSoFar result={result} />;
    case 'flip':
      return <FlipResult key={job.id} job={job} result={result} />;
  }
}
