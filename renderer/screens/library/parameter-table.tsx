import { type ReactElement, useState } from 'react';
import type { ParameterView } from '../../../main/api/scenarios/scenarios-api.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { OriginChip } from './origin-chip.tsx';

type Wanted = 'all' | ParameterView['origin']['kind'];

/** Every parameter with its value, and who says so. */
export function ParameterTable({
  parameters,
}: {
  readonly parameters: readonly ParameterView[];
}): ReactElement {
  const [wanted, setWanted] = useState<Wanted>('all');
  const count = (kind: Wanted) => parameters.filter(({ origin }) => origin.kind === kind).length;
  const shown = parameters.filter(({ origin }) => wanted === 'all' || origin.kind === wanted);
  return (
    <div className="parameters">
      <Segmented
        label="Provenance"
        value={wanted}
        options={[
          { value: 'all', text: `All ${parameters.length}` },
          { value: 'source', text: `With source ${count('source')}` },
          { value: 'assumption', text: `Assumptions ${count('assumption')}` },
        ]}
        onChange={setWanted}
      />
      {groupsOf(shown).map(({ mechanism, members }) => (
        <table key={mechanism}>
          <caption className="mono">{mechanism}</caption>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Value</th>
              <th scope="col">Where it comes from</th>
            </tr>
          </thead>
          <tbody>
            {members.map((parameter) => (
              <tr key={parameter.path}>
                <th scope="row" title={parameter.why}>
                  {parameter.label}
                  <span className="mono muted">{nameOf(parameter.path)}</span>
                </th>
                <td>{parameter.shown}</td>
                <td>
                  <OriginChip origin={parameter.origin} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

/** By mechanism, which is all of a path but its last word. */
function groupsOf(parameters: readonly ParameterView[]) {
  const groups = new Map<string, ParameterView[]>();
  for (const parameter of parameters) {
    const mechanism = parameter.path.split('.').slice(0, -1).join('.');
    groups.set(mechanism, [...(groups.get(mechanism) ?? []), parameter]);
  }
  return [...groups].map(([mechanism, members]) => ({ mechanism, members }));
}

const nameOf = (path: string): string => path.split('.').at(-1) ?? path;
