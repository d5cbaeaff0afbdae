import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { editorLook } from '../../../state/editor-look.ts';

/** The colours of Markdown. */
export const markdownLook: Extension = [
  editorLook,
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.heading, color: 'var(--text)', fontWeight: '600' },
      { tag: [tags.link, tags.url], color: 'var(--accent)' },
      { tag: tags.strong, fontWeight: '600' },
      { tag: tags.emphasis, fontStyle: 'italic' },
      { tag: [tags.monospace, tags.string], color: 'var(--pass)' },
      { tag: [tags.processingInstruction, tags.punctuation], color: 'var(--text-muted)' },
    ]),
  ),
];
