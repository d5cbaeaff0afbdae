import { acceptCompletion, autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { type ReactElement, useEffect, useRef } from 'react';
import { editorLook } from '../../../state/editor-look.ts';

interface SqlEditorProps {
  readonly value: string;
  /** Columns by table. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  onChange(value: string): void;
  onAsk(): void;
}

/** Where a question is written: tables and columns are completed, Ctrl Enter asks, Escape then Tab leaves. */
export function SqlEditor({ value, names, onChange, onAsk }: SqlEditorProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const language = useRef(new Compartment());
  const acts = useRef({ onChange, onAsk });
  useEffect(() => {
    acts.current = { onChange, onAsk };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once and told of changes below
  useEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          ...styled,
          ...[lineNumbers(), history(), closeBrackets(), autocompletion(), EditorView.lineWrapping],
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run: asks, stopPropagation: true }])),
          keymap.of([{ key: 'Tab', run: acceptCompletion }, indentWithTab]),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          language.current.of(sqlFor(names)),
          EditorView.contentAttributes.of({ 'aria-label': 'Question in SQL' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) acts.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();

    function asks(): boolean {
      acts.current.onAsk();
      return true;
    }
  }, []);
  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(sqlFor(names)) });
  }, [names]);
  useEffect(() => {
    const current = view.current?.state.doc;
    if (current === undefined || current.toString() === value) return;
    view.current?.dispatch({ changes: { from: 0, to: current.length, insert: value } });
  }, [value]);
  return <div className="runs-sql-editor" ref={place} />;
}

const sqlFor = (names: SqlEditorProps['names']) =>
  sql({
    dialect: PostgreSQL,
    upperCaseKeywords: false,
    schema: Object.fromEntries(Object.entries(names).map(([table, columns]) => [table, [...columns]])),
  });

/** The colours of SQL; as high as what is asked, within bounds. */
const styled = [
  editorLook,
  EditorView.theme({
    '&': { height: 'auto' },
    '.cm-scroller': { minHeight: '110px', maxHeight: '240px', overflow: 'auto' },
    '.cm-content': { padding: '8px 0' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--pass)' },
      { tag: tags.number, color: 'var(--watch)' },
      { tag: tags.comment, color: 'var(--text-muted)' },
    ]),
  ),
];
