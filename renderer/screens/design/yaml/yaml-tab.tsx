import { indentWithTab } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { basicSetup } from 'codemirror';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../state/drafts.ts';
import { modelSchema } from '../../../state/model-queries.ts';
import { smallestChange } from '../../../state/smallest-change.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { useWrite } from '../use-edit.ts';
import { type Known, yamlEditing } from './editor-setup.ts';
import { ProblemList } from './problem-list.tsx';
import { problemPlace } from './problem-places.ts';
import './yaml.css';

interface YamlTabProps {
  readonly draft: Pick<Draft, 'scenario' | 'text' | 'problems'>;
  /** What goes on while the text cannot be read. */
  readonly meanwhile: string;
  /** Keys that values may cite. */
  readonly sources: readonly string[];
  /** To bring into view, from 1. */
  readonly line?: number;
}

/** Milliseconds without a key after which the text is read. */
const pause = 200;

/** The text of the scenario, with what is wrong marked where it stands. */
export default function YamlTab({ draft, meanwhile, sources, line }: YamlTabProps): ReactElement {
  const { client } = useStudio();
  const { data: schema } = useQuery(modelSchema(client));
  const write = useWrite(draft.scenario);
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView>();
  const known = useRef<Known>({ schema, sources });
  known.current = { schema, sources };
  /** Texts that this editor has sent: when they come back, nothing is replaced. */
  const sent = useRef(new Set<string>());
  const lastText = useRef(draft.text);
  lastText.current = draft.text;

  useEffect(() => {
    const { current: parent } = place;
    if (parent === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = (editor: EditorView) => {
      const text = editor.state.doc.toString();
      sent.current.add(text);
      void write(text);
    };
    const state = EditorState.create({
      doc: lastText.current,
      extensions: [
        basicSetup,
        keymap.of([indentWithTab]),
        yamlEditing(() => known.current),
        EditorView.contentAttributes.of({ 'aria-label': 'YAML of the scenario', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((each) => each.isUserEvent('studio'))) return;
          clearTimeout(timer);
          timer = setTimeout(() => send(update.view), pause);
        }),
      ],
    });
    let editor: EditorView | undefined;
    // Reading the text and drawing it are a turn of the page each: together they would keep it busy too long.
    const drawing = setTimeout(() => {
      editor = new EditorView({ parent, state });
      setView(editor);
    });
    return () => {
      clearTimeout(drawing);
      // What was typed just before the tab was left counts too.
      clearTimeout(timer);
      if (editor === undefined) return;
      if (editor.state.doc.toString() !== lastText.current) send(editor);
      editor.destroy();
      setView(undefined);
    };
  }, [write]);

  useEffect(() => {
    if (view === undefined) return;
    const shown = view.state.doc.toString();
    const own = sent.current.delete(draft.text);
    if (shown === draft.text || own) return;
    view.dispatch({ changes: smallestChange(shown, draft.text), userEvent: 'studio.replace' });
  }, [view, draft.text]);

  useEffect(() => {
    if (view === undefined) return;
    const text = view.state.doc.toString();
    const marks = draft.problems.map((problem) => ({
      ...problemPlace(text, problem),
      severity: 'error' as const,
      message: problem.hint === undefined ? problem.message : `${problem.message} ${problem.hint}`,
    }));
    view.dispatch(setDiagnostics(view.state, marks));
  }, [view, draft.problems]);

  const show = (offset: number) => {
    if (view === undefined) return;
    const anchor = Math.min(offset, view.state.doc.length);
    view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    view.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is shown when the address names it, not whenever the text changes
  useEffect(() => {
    const { doc } = view?.state ?? {};
    if (doc !== undefined && line !== undefined) show(doc.line(Math.min(line, doc.lines)).from);
  }, [view, line]);

  return (
    <div className="yaml">
      <div className="yaml-editor" ref={place} />
      <ProblemList
        problems={draft.problems}
        meanwhile={meanwhile}
        onShow={(problem) => show(problemPlace(draft.text, problem).from)}
      />
      <p className="yaml-foot small muted">
        Ctrl Space completes. Escape, then Tab leaves the editor. Nothing is written to disk before you save.
      </p>
    </div>
  );
}
