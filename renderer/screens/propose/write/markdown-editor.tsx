import { markdown } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { type ReactElement, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { smallestChange } from '../../../state/smallest-change.ts';
import { markdownLook } from './markdown-look.ts';

/** What others can ask of the editor. */
export interface EditorHands {
  /** Brings a line (from 1) into view, with the cursor in it. */
  show(line: number): void;
}

interface MarkdownEditorProps {
  readonly text: string;
  readonly hands: RefObject<EditorHands | null>;
  onText(text: string): void;
}

/** The text of a proposal. */
export function MarkdownEditor({ text, hands, onText }: MarkdownEditorProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const first = useRef(text);
  const tell = useRef(onText);
  tell.current = onText;

  useEffect(() => {
    const { current: parent } = place;
    if (parent === null) return;
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          ...[basicSetup, markdown(), EditorView.lineWrapping, markdownLook],
          EditorView.contentAttributes.of({ 'aria-label': 'Text of the proposal', tabindex: '0' }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) tell.current(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  // A text that came from elsewhere, such as the file, takes the place of what is shown.
  useEffect(() => {
    const { current: editor } = view;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: smallestChange(editor.state.doc.toString(), text) });
  }, [text]);

  useImperativeHandle(hands, () => ({
    show(line) {
      const { current: editor } = view;
      if (editor === null) return;
      const { doc } = editor.state;
      const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
      editor.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      editor.focus();
    },
  }));

  return <div className="write-editor" ref={place} />;
}
