import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { MechanismView } from '../../../../main/api/model/model-api.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { Draft } from '../../../state/drafts.ts';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { Base } from '../use-draft.ts';
import { useEdit, useWrite } from '../use-edit.ts';
import { restoreFromBase } from '../yaml/restore-from-base.ts';
import type { YamlFacts } from '../yaml/yaml-facts.ts';
import './form.css';
import './values.css';
import { type FormGroup, formGroups, keepRows, searchGroups, standingOf, timeGroup } from './form-groups.ts';
import { ParameterGroup } from './parameter-group.tsx';
import type { RowHands } from './row-hands.ts';
import { sameRows } from './same-rows.ts';
import { useFormWish } from './use-form-wish.ts';

interface ParameterFormProps {
  readonly draft: Draft;
  readonly base: Base;
  readonly mechanisms: readonly MechanismView[];
  readonly facts: YamlFacts;
}

type Wanted = 'all' | 'changed' | 'unsourced';

/** Every parameter of a scenario, to be found and changed. */
export function ParameterForm({ draft, base, mechanisms, facts }: ParameterFormProps): ReactElement {
  const { design } = useStudio();
  const { scenario, good } = draft;
  const query = useStore(design.search);
  useStore(design.locks.all);
  const locks = design.locks.of(scenario);
  const [wanted, setWanted] = useState<Wanted>('all');
  const box = useRef<HTMLDivElement>(null);
  const hands = useRowHands(draft, base);

  const { spec: baseSpec, parameters: baseParameters } = base;
  const shownBefore = useRef<readonly FormGroup[]>([]);
  const groups = useMemo(() => {
    const next = [timeGroup(good.spec, baseSpec), ...formGroups(good.parameters, baseParameters, mechanisms)];
    shownBefore.current = sameRows(shownBefore.current, next);
    return shownBefore.current;
  }, [good, baseSpec, baseParameters, mechanisms]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const changed = useMemo(() => rows.filter((row) => row.changed).map(({ path }) => path), [rows]);
  useEffect(() => {
    if (design.changed.get().join() !== changed.join()) design.changed.set(changed);
  }, [design, changed]);
  const unsourced = rows.filter(({ origin }) => origin !== undefined && standingOf(origin) === 'none').length;

  const shown = searchGroups(
    wanted === 'all'
      ? groups
      : keepRows(groups, ({ changed: differs, origin }) =>
          wanted === 'changed' ? differs : origin !== undefined && standingOf(origin) === 'none',
        ),
    query,
  );
  useFormWish(box, () => setWanted('all'));
  const showAll = () => {
    setWanted('all');
    design.search.set('');
  };
  return (
    <div className="form" ref={box}>
      <div className="form-bar">
        <input
          type="search"
          className="input"
          data-path="search"
          aria-label="Search parameters"
          placeholder="Search parameters  ( / )"
          value={query}
          onChange={({ target }) => design.search.set(target.value)}
        />
        <Segmented
          label="Which parameters"
          value={wanted}
          options={[
            { value: 'all', text: `All ${rows.length}` },
            { value: 'changed', text: `Changed ${changed.length}` },
            { value: 'unsourced', text: `No reason ${unsourced}` },
          ]}
          onChange={setWanted}
        />
      </div>
      <div className="form-scroll">
        {shown.map((group) => (
          <ParameterGroup
            key={group.id}
            scenario={scenario}
            group={group}
            locks={locks}
            places={facts.places}
            hands={hands}
            open={wanted !== 'all' || query.trim() !== ''}
          />
        ))}
        {shown.length === 0 && (
          <div className="form-nothing">
            <p>No parameter matches.</p>
            <Button onClick={showAll}>Show all {rows.length}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** The hands of all rows; the same object as long as scenario and base are. */
function useRowHands({ scenario, text }: Draft, base: Base): RowHands {
  const studio = useStudio();
  const edit = useEdit(scenario);
  const write = useWrite(scenario);
  const texts = useRef({ text, base: base.text });
  texts.current = { text, base: base.text };
  return useMemo((): RowHands => {
    const shown = (act: () => ReturnType<typeof edit>) =>
      void attempt(studio, async () => {
        const problem = await act();
        if (problem !== undefined) throw new StudioError(problem);
      });
    return {
      write: (path, written, because) =>
        edit([{ kind: 'set', path, written, ...(because === undefined ? {} : { because }) }]),
      resetToBase(path) {
        const restored = restoreFromBase(texts.current.text, texts.current.base, path);
        if (restored !== undefined) shown(() => write(restored));
      },
      resetToDefault: (path) => shown(() => edit([{ kind: 'reset', path }])),
      toggleLock: (path) => studio.design.locks.toggle(scenario, path),
    };
  }, [studio, edit, write, scenario]);
}
