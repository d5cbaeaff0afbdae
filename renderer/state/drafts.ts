import type {
  CheckedScenario,
  OpenedScenario,
  ScenarioEdit,
  ScenarioText,
} from '../../main/api/scenarios/scenarios-api.ts';
import { type Problem, StudioError, toProblem } from '../../sim-core/contract/errors.ts';
import type { Client } from '../client/client.ts';
import { createStore, type Store } from './store.ts';
import { keepUnsaved, readUnsaved } from './unsaved.ts';

export type GoodScenario = Extract<CheckedScenario, { readonly ok: true }>;

/** A scenario that is open for editing: what stands on disk, what the person made of it, and the way back. */
export interface Draft {
  readonly scenario: string;
  /** As it stands on disk. */
  readonly opened: OpenedScenario;
  readonly text: string;
  /** The last text that could be read: forms, previews and runs go on with it while the text is broken. */
  readonly good: GoodScenario;
  /** What is wrong with the text; none: `good` is it. */
  readonly problems: readonly Problem[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Another program has changed the file meanwhile: as it stands now. */
  readonly outside?: OpenedScenario;
}

/** A scenario whose file cannot be read: its text, to be mended. Once it can be read it is a draft. */
export interface BrokenScenario {
  readonly scenario: string;
  readonly onDisk: ScenarioText;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Whether the text differs from what is on disk. */
export const isEdited = ({ text, opened }: Draft): boolean => text !== opened.text;

/** Every scenario that is open for editing. Nothing is written to disk before `save`; texts outlive the page in its storage. */
export interface Drafts {
  readonly all: Pick<Store<ReadonlyMap<string, Draft>>, 'get' | 'subscribe'>;
  /** Those that were asked for and cannot be read. */
  readonly broken: Pick<Store<ReadonlyMap<string, BrokenScenario>>, 'get' | 'subscribe'>;
  /** The draft of a scenario, opened if it is not yet. Rejects with a `StudioError`; where only its text is wrong, it is in `broken` then. */
  open(scenario: string): Promise<Draft>;
  /** Changes values or mechanisms. Rejects with a `StudioError` whose text is unchanged. */
  edit(scenario: string, edits: readonly ScenarioEdit[]): Promise<void>;
  /** Takes a text as it was typed, good or not. */
  write(scenario: string, text: string): Promise<void>;
  undo(scenario: string): Promise<void>;
  redo(scenario: string): Promise<void>;
  /** Back to what is on disk; can be undone. */
  discard(scenario: string): Promise<void>;
  /** Writes it over its file, or as a new scenario of the project. */
  save(scenario: string): Promise<OpenedScenario>;
  saveAs(scenario: string, as: { readonly id: string; readonly title: string }): Promise<OpenedScenario>;
  /**
   * Looks whether files have changed: drafts that were not edited follow, others are told in `outside`. Texts that nobody could check when
   * they were typed are checked.
   */
  refresh(): Promise<void>;
  /** Another project is open: its scenarios are others. Texts that were not saved wait in the storage. */
  leave(): Promise<void>;
  /** Answers `outside`: `theirs` takes what is on disk, `mine` keeps the text, which `save` then writes over it. */
  settle(scenario: string, keep: 'mine' | 'theirs'): Promise<void>;
}

interface Kept {
  /** Of the project, in the storage: another project may have a scenario of the same id. */
  readonly key: string;
  draft: Draft;
  past: string[];
  future: string[];
}

/** Steps back that are remembered. */
const mostSteps = 200;

export function createDrafts(client: Client, storage: Storage): Drafts {
  const kept = new Map<string, Kept>();
  const all = createStore<ReadonlyMap<string, Draft>>(new Map());
  const broken = createStore<ReadonlyMap<string, BrokenScenario>>(new Map());
  /** Scenarios of which nobody could say whether their text can be read. */
  const unchecked = new Set<string>();
  /** Edits of a scenario are made one after another, each on the text that the one before left. */
  let turn: Promise<unknown> = Promise.resolve();

  const publish = () => all.set(new Map([...kept].map(([id, { draft }]) => [id, draft])));
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = turn.then(act);
    turn = done.catch(() => {});
    return done;
  };

  const update = (scenario: string, change: Partial<Draft>): Draft => {
    const entry = entryOf(scenario);
    const { past, future } = entry;
    entry.draft = { ...entry.draft, ...change, canUndo: past.length > 0, canRedo: future.length > 0 };
    const { text, opened } = entry.draft;
    keepUnsaved(storage, entry.key, isEdited(entry.draft) ? { text, over: opened.textDigest } : undefined);
    publish();
    return entry.draft;
  };
  const entryOf = (scenario: string): Kept => {
    const entry = kept.get(scenario);
    if (entry === undefined) throw new Error(`${scenario} is not open`);
    return entry;
  };
  const take = (scenario: string, checked: CheckedScenario): void => {
    unchecked.delete(scenario);
    if (checked.ok) update(scenario, { text: checked.text, good: checked, problems: [] });
    else update(scenario, { text: checked.text, problems: checked.problems });
  };
  const become = async (scenario: string, text: string): Promise<void> => {
    try {
      take(scenario, await client.call('scenarios.check', { id: scenario, text }));
    } catch (error) {
      // What was typed is not lost with the connection.
      unchecked.add(scenario);
      update(scenario, { text });
      throw error;
    }
  };

  const step = async (scenario: string, from: 'past' | 'future', to: 'past' | 'future'): Promise<void> => {
    const entry = entryOf(scenario);
    const text = entry[from].pop();
    if (text === undefined) return;
    entry[to].push(entry.draft.text);
    await become(scenario, text);
  };
  const remember = (scenario: string): void => {
    const { past, draft } = entryOf(scenario);
    past.push(draft.text);
    if (past.length > mostSteps) past.shift();
    entryOf(scenario).future.length = 0;
  };
  const open = async (scenario: string): Promise<Draft> => {
    const there = kept.get(scenario);
    if (there !== undefined) return there.draft;
    const key = await keyOf(scenario);
    const left = readUnsaved(storage, key);
    try {
      begin(key, await client.call('scenarios.open', { id: scenario }));
    } catch (problem) {
      // Code of the project that may not run, or cannot: no other text of the scenario would help.
      if (toProblem(problem).code.startsWith('extension.')) throw problem;
      const onDisk = await client.call('scenarios.text', { id: scenario }).catch(() => undefined);
      if (onDisk === undefined) throw problem;
      const was = { scenario, onDisk, text: onDisk.text, problems: onDisk.problems };
      await mend(key, was, left?.text ?? onDisk.text);
      const mended = kept.get(scenario);
      if (mended === undefined) throw problem;
      return mended.draft;
    }
    const { opened } = entryOf(scenario).draft;
    if (left !== undefined && left.text !== opened.text) {
      remember(scenario);
      if (left.over !== opened.textDigest)
        update(scenario, { outside: opened, opened: { ...opened, textDigest: left.over } });
      await become(scenario, left.text);
    }
    return entryOf(scenario).draft;
  };
  const keyOf = async (scenario: string): Promise<string> => {
    const { project } = await client.call('projects.current', {});
    return `studio.draft:${project.folder}:${scenario}`;
  };
  const begin = (key: string, opened: OpenedScenario): void => {
    const { id: scenario } = opened.card;
    const draft = {
      ...{ scenario, opened, text: opened.text, good: goodOf(opened) },
      ...{ problems: [], canUndo: false, canRedo: false },
    };
    kept.set(scenario, { key, draft, past: [], future: [] });
    setBroken(scenario, undefined);
    publish();
  };
  const setBroken = (scenario: string, is: BrokenScenario | undefined): void => {
    const others = [...broken.get()].filter(([id]) => id !== scenario);
    broken.set(new Map(is === undefined ? others : [...others, [scenario, is]]));
  };
  /** Takes a text for a scenario whose file cannot be read: from the first that can be, it is a draft over that file. */
  const mend = async (key: string, was: BrokenScenario, text: string): Promise<void> => {
    const { scenario, onDisk } = was;
    keepUnsaved(storage, key, text === onDisk.text ? undefined : { text, over: onDisk.textDigest });
    const checked = await client.call('scenarios.check', { id: scenario, text });
    if (!checked.ok) return setBroken(scenario, { ...was, text, problems: checked.problems });
    const { ok: _, ...read } = checked;
    begin(key, { ...read, textDigest: onDisk.textDigest, readme: '', pictures: {} });
    update(scenario, { opened: { ...entryOf(scenario).draft.opened, text: onDisk.text } });
  };
  /** The text on disk is now this. */
  const land = (scenario: string, opened: OpenedScenario): void => {
    const { outside: _, ...draft } = entryOf(scenario).draft;
    entryOf(scenario).draft = draft;
    update(scenario, { opened, text: opened.text, good: goodOf(opened), problems: [] });
  };

  return {
    all,
    broken,
    open: (scenario) => inTurn(() => open(scenario)),
    edit: (scenario, edits) =>
      inTurn(async () => {
        const { text } = await open(scenario);
        const checked = await client.call('scenarios.edit', { id: scenario, text, edits });
        if (checked.text === text && checked.ok) return;
        if (!checked.ok && checked.text === text) throw refused(checked.problems);
        remember(scenario);
        take(scenario, checked);
      }),
    write: (scenario, text) =>
      inTurn(async () => {
        const mended = broken.get().get(scenario);
        if (mended !== undefined) return await mend(await keyOf(scenario), mended, text);
        const draft = await open(scenario);
        if (draft.text === text) return;
        remember(scenario);
        await become(scenario, text);
      }),
    undo: (scenario) => inTurn(() => step(scenario, 'past', 'future')),
    redo: (scenario) => inTurn(() => step(scenario, 'future', 'past')),
    discard: (scenario) =>
      inTurn(async () => {
        const { opened, text } = await open(scenario);
        if (text === opened.text) return;
        remember(scenario);
        await become(scenario, opened.text);
      }),
    save: (scenario) =>
      inTurn(async () => {
        const { text, opened } = await open(scenario);
        const saved = await client.call('scenarios.save', { id: scenario, text, over: opened.textDigest });
        land(scenario, saved);
        return saved;
      }),
    saveAs: (scenario, { id, title }) =>
      inTurn(async () => {
        const { text, opened } = await open(scenario);
        const base = scenario;
        const saved = await client.call('scenarios.save', { id, text, base, title });
        // The changes are in the new scenario now; this one is as it was.
        remember(scenario);
        // What is on the disk may be one that cannot be read.
        await become(scenario, opened.text);
        return saved;
      }),
    refresh: () =>
      inTurn(async () => {
        for (const scenario of unchecked)
          await become(scenario, entryOf(scenario).draft.text).catch(() => {});
        for (const [scenario, { draft }] of kept) {
          const now = await client.call('scenarios.open', { id: scenario }).catch(() => undefined);
          // A file that is gone or broken for now leaves the draft as it is: saving brings it back.
          if (now === undefined) continue;
          if (now.textDigest === draft.opened.textDigest) {
            // The same text may mean something else: data beside it, or code of the project, has changed.
            if (JSON.stringify(now.spec) === JSON.stringify(draft.opened.spec)) continue;
            update(scenario, { opened: now });
            await become(scenario, draft.text).catch(() => {});
          } else if (isEdited(draft)) update(scenario, { outside: now });
          else land(scenario, now);
        }
        for (const [scenario, { text, onDisk }] of broken.get()) {
          const now = await client.call('scenarios.text', { id: scenario }).catch(() => undefined);
          if (text === onDisk.text && now !== undefined && now.textDigest !== onDisk.textDigest)
            await open(scenario).catch(() => {});
        }
      }),
    leave: () =>
      inTurn(async () => {
        kept.clear();
        unchecked.clear();
        broken.set(new Map());
        publish();
      }),
    settle: (scenario, keep) =>
      inTurn(async () => {
        const { outside, text } = entryOf(scenario).draft;
        if (outside === undefined) return;
        remember(scenario);
        land(scenario, outside);
        if (keep === 'mine') await become(scenario, text);
      }),
  };
}

const goodOf = ({ text, card, spec, parameters, warnings }: OpenedScenario): GoodScenario => ({
  ok: true,
  ...{ text, card, spec, parameters, warnings },
});

function refused([first, ...others]: readonly Problem[]): Error {
  if (first === undefined) return new Error('an edit was refused without a problem');
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return new StudioError({ ...first, message: `${first.message}${more}` });
}
