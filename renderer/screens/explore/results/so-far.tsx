import type { ReactElement } from 'react';
import type {
  CalibrateSoFar as CalibrateNews,
  SensitivitySoFar as SensitivityNews,
} from '../../../../main/api/jobs/job-result.ts';
import { fullNumber, percent, quantity } from '../../../ui/number-format.ts';

/** Too few points for effects. */
export const SensitivitySoFar = ({ result }: { readonly result: SensitivityNews }): ReactElement => (
  <p className="muted" role="status">
    {fullNumber(result.pointsDone)} of {fullNumber(result.points)} points so far: too few to say what matters.
  </p>
);

const stages = {
  search: 'Searching the values that meet the figures best',
  slopes: 'Finding out how sure the values are',
  check: 'Checking the fit on fresh seeds',
} as const;

/** The best values that the search has found until now. */
export function CalibrateSoFar({ result }: { readonly result: CalibrateNews }): ReactElement {
  const { stage, points, of, best } = result;
  return (
    <div className="result" role="status">
      <p>
        {stages[stage]}: {fullNumber(points)} of at most {fullNumber(of)} points.
      </p>
      {best !== undefined && (
        <>
          <p>The best so far misses the figures by {percent(best.error)} (root of the mean square):</p>
          <ul>
            {best.values.map(({ path, label, unit, value }) => (
              <li key={path}>
                {label}: {quantity(value, unit)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
