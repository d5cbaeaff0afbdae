import { indentWithTab } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { basicSetup } from 'codemirror';
import { type ReactElement, useEffect, useRef } from 'react';
import type { Draft } from '../../../state/drafts.ts';
import { modelSchema } from '../../../state/model-queries.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { useWrite } from '../use-edit.ts';
import { type Known, yamlEditing } from './editor-setup.ts';
import { ProblemList } from './problem-list.tsx';
import { problemPlace } from './problem-places.ts';
import './yaml.css';

interface YamlTabProps {
  readonly draft: Draft;
  /** Keys that values may cite. */
  readonly sources: readonly string[];
  /** To bring into view, from 1. */
  readonly line?: number;
}

/** Milliseconds without a key after which the text is read. */
const pause = 200;

/** The text of the scenario, with what is wrong marked where it stands. */
export default function YamlTab({ draft, sources, line }: YamlTabProps): ReactElement {
  const { client } = useStudio();
  const { data: schema } = useQuery(modelSchema(client));
  const write = useWrite(draft.scenario);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const known = useRef<Known>({ schema, sources });
  known.current = { schema, sources };
  /** Texts that this editor has sent: when they come back, nothing is replaced. */
  const sent = useRef(new Set<string>());
  const first = useRef(draft.text);

  useEffect(() => {
    const { current: parent } = place;
    if (parent === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = (editor: EditorView) => {
      const text = editor.state.doc.toString();
      sent.current.add(text);
      void write(text);
    };
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: first.current,
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
      }),
    });
    view.current = editor;
    return () => {
      // What was typed just before the tab was left counts too.
      clearTimeout(timer);
      if (editor.state.doc.toString() !== lastText.current) send(editor);
      editor.destroy();
      view.current = null;
    };
  }, [write]);

  const lastText = useRef(draft.text);
  lastText.current = draft.text;
  useEffect(() => {
    const { current: editor } = view;
    if (editor === null) return;
    const shown = editor.state.doc.toString();
    const own = sent.current.delete(draft.text);
    if (shown === draft.text || own) return;
    editor.dispatch({ changes: smallestChange(shown, draft.text), userEvent: 'studio.replace' });
  }, [draft.text]);

  useEffect(() => {
    const { current: editor } = view;
    if (editor === null) return;
    const text = editor.state.doc.toString();
    const marks = draft.problems.map((problem) => ({
      ...problemPlace(text, problem),
      severity: 'error' as const,
      message: problem.hint === undefined ? problem.message : `${problem.message} ${problem.hint}`,
    }));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [draft.problems]);

  const show = (offset: number) => {
    const { current: editor } = view;
    if (editor === null) return;
    const anchor = Math.min(offset, editor.state.doc.length);
    editor.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    editor.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is shown when the address names it, not whenever the text changes
  useEffect(() => {
    const { doc } = view.current?.state ?? {};
    if (doc !== undefined && line !== undefined) show(doc.line(Math.min(line, doc.lines)).from);
  }, [line]);

  return (
    <div className="yaml">
      <div className="yaml-editor" ref={place} />
      <ProblemList
        problems={draft.problems}
        onShow={(problem) => show(problemPlace(draft.text, problem).from)}
      />
      <p className="yaml-foot small muted">
        Ctrl Space completes. Escape, then Tab leaves the editor. Nothing is written to disk before you save.
      </p>
    </div>
  );
}

/** The part that differs, so that cursor and scroll stay where they are. */
function smallestChange(before: string, after: string) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let [to, end] = [before.length, after.length];
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to--;
    end--;
  }
  return { from, to, insert: after.slice(from, end) };
}
