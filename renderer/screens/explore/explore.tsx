import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { CommandButton } from '../../state/command-button.tsx';
import { exploreTabs, tabIn } from '../../state/explore/explore-form.ts';
import type { ScreenProps } from '../../state/location.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import './explore.css';
import './form/form.css';
import './results/results.css';
import { ExploreTab } from './explore-tab.tsx';

/** Many runs: what happens at each value, what matters, what is best, what fits, how far a verdict is from turning. */
export default function Explore({ scenario, search }: ScreenProps): ReactElement {
  const { location, recent } = useStudio();
  const last = useStore(recent)[0];
  if (scenario === undefined) {
    return (
      <div className="explore-empty">
        <h1>Explore</h1>
        <p>Here one scenario is run many times, with many values. Choose which to begin with.</p>
        {last !== undefined && (
          <PlaceLink className="button button-primary" to={{ screen: 'explore', scenario: last, search }}>
            Go on with {last}
          </PlaceLink>
        )}
        <PlaceLink
          className={last === undefined ? 'button button-primary' : 'button'}
          to={{ screen: 'library' }}
        >
          Choose a scenario
        </PlaceLink>
      </div>
    );
  }
  const tab = tabIn(search);
  return (
    <Tabs
      className="explore"
      selectedKey={tab}
      onSelectionChange={(key) => location.go({ screen: 'explore', scenario, search: { tab: String(key) } })}
    >
      <TabList className="tab-list" aria-label="Kinds of experiments">
        {exploreTabs.map(({ kind, title }) => (
          <Tab key={kind} id={kind}>
            {title}
          </Tab>
        ))}
      </TabList>
      <FromComparison />
      {exploreTabs.map(({ kind, asks }) => (
        <TabPanel key={kind} id={kind} className="explore-panel">
          <ExploreTab key={scenario} kind={kind} asks={asks} scenario={scenario} job={search.job} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** The comparison that led here is not lost: what was found here goes into the proposal. */
function FromComparison(): ReactElement | null {
  const { compare } = useStudio();
  const sides = useStore(compare.sides);
  const compared = useStore(compare.comparing.state);
  if (compared?.state !== 'done') return null;
  return (
    <div className="explore-from">
      <span className="small muted">Compared last: {sides.map(({ label }) => label).join(', ')}.</span>
      <CommandButton command="compare.propose" icon="propose">
        Start proposal from this comparison
      </CommandButton>
    </div>
  );
}
