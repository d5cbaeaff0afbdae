import { yaml } from '@codemirror/lang-yaml';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { type ReactElement, useEffect, useRef } from 'react';
import { yamlLook } from '../yaml/editor-setup.ts';

interface TextDiffProps {
  readonly before: string;
  readonly after: string;
}

/** Lines that differ, with a few around them; the rest is folded. */
export function TextDiff({ before, after }: TextDiffProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: parent } = place;
    if (parent === null) return;
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: after,
        extensions: [
          ...[lineNumbers(), yaml(), yamlLook, EditorState.readOnly.of(true), EditorView.editable.of(false)],
          unifiedMergeView({
            original: before,
            mergeControls: false,
            collapseUnchanged: { margin: 2, minSize: 5 },
          }),
          EditorView.contentAttributes.of({
            'aria-label': 'Text with what was taken out and put in',
            tabindex: '0',
          }),
        ],
      }),
    });
    return () => editor.destroy();
  }, [before, after]);
  return <div className="text-diff" ref={place} />;
}
