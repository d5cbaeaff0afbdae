import { type ReactElement, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ScreenProps } from '../../state/location.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import './propose.css';
import { VerifyTab } from './verify/verify-tab.tsx';
import { WriteTab } from './write/write-tab.tsx';

/** Write a proposal that carries its own evidence, or re-run somebody's. */
export default function Propose({ search }: ScreenProps): ReactElement {
  const { location, dropped, proposals } = useStudio();
  const file = useStore(dropped);
  const tab = search.tab === 'verify' ? 'verify' : 'write';
  useEffect(() => {
    if (file === undefined || tab !== 'verify' || !/\.(md|markdown)$/i.test(file.name)) return;
    proposals.given.set(file.text);
    dropped.set(undefined);
  }, [file, tab, dropped, proposals]);
  return (
    <div className="propose">
      <h1 className="unseen">Propose</h1>
      <Tabs
        className="propose-tabs"
        selectedKey={tab}
        onSelectionChange={(key) =>
          location.go({ screen: 'propose', ...(key === 'verify' ? { search: { tab: 'verify' } } : {}) })
        }
      >
        <TabList className="tab-list" aria-label="Write or verify">
          <Tab id="write">Write</Tab>
          <Tab id="verify">Verify</Tab>
        </TabList>
        <TabPanel id="write" className="propose-panel">
          <WriteTab draft={search.draft} />
        </TabPanel>
        <TabPanel id="verify" className="propose-panel">
          <VerifyTab />
        </TabPanel>
      </Tabs>
    </div>
  );
}
