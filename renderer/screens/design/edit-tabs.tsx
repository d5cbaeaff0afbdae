import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { MechanismView } from '../../../main/api/model/model-api.ts';
import type { Draft } from '../../state/drafts.ts';
import type { ScreenProps } from '../../state/location.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { BrokenText } from './draft-notes.tsx';
import { ParameterForm } from './form/parameter-form.tsx';
import type { Base } from './use-draft.ts';
import type { YamlFacts } from './yaml/yaml-facts.ts';

// The editor is loaded when it is first shown: the form does not wait for it.
const loadYaml = () => import('./yaml/yaml-tab.tsx');
const YamlTab = lazy(loadYaml);
const DiffTab = lazy(() => import('./diff/diff-tab.tsx'));

/** Milliseconds after which the editor is loaded ahead. */
const quiet = 3000;

interface EditTabsProps {
  readonly draft: Draft;
  readonly base: Base;
  readonly mechanisms: readonly MechanismView[];
  readonly facts: YamlFacts;
  readonly search: ScreenProps['search'];
}

/** Three views of the same draft. Which is open stands in the address. */
export function EditTabs({ draft, base, mechanisms, facts, search }: EditTabsProps): ReactElement {
  const { location } = useStudio();
  const tab = search.tab === 'yaml' || search.tab === 'diff' ? search.tab : 'form';
  const line = Number(search.line);
  useEffect(() => {
    // While nobody waits for it; what goes wrong here goes wrong again when it is shown, and is told then.
    const timer = setTimeout(() => void loadYaml().catch(() => {}), quiet);
    return () => clearTimeout(timer);
  }, []);
  const open = (next: string) => {
    const { scenario } = draft;
    location.go({ screen: 'design', scenario, ...(next === 'form' ? {} : { search: { tab: next } }) });
  };
  return (
    <Tabs className="edit-tabs" selectedKey={tab} onSelectionChange={(key) => open(String(key))}>
      <TabList className="tab-list" aria-label="Ways to edit">
        <Tab id="form">Form</Tab>
        <Tab id="yaml">
          YAML
          {draft.problems.length > 0 && <span className="tab-count">{draft.problems.length} wrong</span>}
        </Tab>
        <Tab id="diff">Diff to base</Tab>
      </TabList>
      <TabPanel id="form" className="tab-panel">
        <BrokenText draft={draft} />
        <ParameterForm draft={draft} base={base} mechanisms={mechanisms} facts={facts} />
      </TabPanel>
      <TabPanel id="yaml" className="tab-panel">
        <Suspense fallback={<p className="tab-loading muted">Opening the editor…</p>}>
          <YamlTab
            draft={draft}
            meanwhile="Form, graph and preview go on with the last version that could be read."
            sources={facts.sources}
            {...(line > 0 ? { line } : {})}
          />
        </Suspense>
      </TabPanel>
      <TabPanel id="diff" className="tab-panel">
        <BrokenText draft={draft} />
        <Suspense fallback={<p className="tab-loading muted">Comparing…</p>}>
          <DiffTab draft={draft} base={base} />
        </Suspense>
      </TabPanel>
    </Tabs>
  );
}
