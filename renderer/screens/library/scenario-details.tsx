import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import type { OpenedScenario } from '../../../main/api/scenarios/scenarios-api.ts';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import { CommandButton } from '../../state/command-button.tsx';
import { PlaceLink } from '../../state/place-link.tsx';
import { ScenarioProblem } from '../../state/scenario-problem.tsx';
import { openedScenario } from '../../state/scenario-queries.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Markdown } from '../../ui/markdown/markdown.tsx';
import { svgAddress } from '../../ui/markdown/picture.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import './details.css';
import { ParameterTable } from './parameter-table.tsx';

/** All there is to know of one scenario before it runs. */
export function ScenarioDetails({ id }: { readonly id: string }): ReactElement {
  const { client } = useStudio();
  const { data: opened, error, refetch } = useQuery(openedScenario(client, id));
  return (
    <aside className="details" aria-label="Selected scenario">
      <PlaceLink className="details-close" to={{ screen: 'library' }} aria-label="Close details">
        <Icon name="cancel" />
      </PlaceLink>
      {error !== null && (
        <>
          <h2>{id}</h2>
          <ScenarioProblem problem={toProblem(error)} again={() => void refetch()} />
        </>
      )}
      {error === null && opened !== undefined && <Opened opened={opened} />}
    </aside>
  );
}

function Opened({ opened }: { readonly opened: OpenedScenario }): ReactElement {
  const { card, readme, parameters, warnings } = opened;
  const places = useMemo(() => {
    const pictures = new Map(Object.entries(opened.pictures).map(([url, svg]) => [url, svgAddress(svg)]));
    return { picture: (url: string) => pictures.get(url) };
  }, [opened.pictures]);
  const [page, setPage] = useState<'readme' | 'parameters'>('readme');
  return (
    <>
      <h2>{card.title}</h2>
      <div className="details-bar">
        <Segmented
          label="What to read"
          value={page}
          options={[
            { value: 'readme', text: 'Readme' },
            { value: 'parameters', text: `Parameters ${parameters.length}` },
          ]}
          onChange={setPage}
        />
        <CommandButton command={`scenario.open:${card.id}`}>Open</CommandButton>
        <CommandButton command={`scenario.design:${card.id}`}>Design</CommandButton>
        <CommandButton command={`scenario.duplicate:${card.id}`}>Duplicate</CommandButton>
        <CommandButton command={`scenario.run:${card.id}`} kind="primary" icon="play">
          Run
        </CommandButton>
      </div>
      {warnings.map((warning) => (
        <ProblemNote key={`${warning.where}${warning.message}`} problem={warning} kind="warning" />
      ))}
      {page === 'parameters' && <ParameterTable parameters={parameters} />}
      {page === 'readme' &&
        (readme.trim() === '' ? (
          <p className="muted">This scenario has no README.md.</p>
        ) : (
          <Markdown text={readme} headingLevel={3} places={places} />
        ))}
    </>
  );
}
