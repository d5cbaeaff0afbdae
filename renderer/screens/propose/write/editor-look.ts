import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours of the page, and the nonce under which the page may write its own styles. */
export const editorLook: Extension = [
  EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''),
  EditorView.theme({
    '&': {
      height: '100%',
      backgroundColor: 'var(--bg)',
      color: 'var(--text)',
      fontSize: 'var(--size-table)',
    },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
    '.cm-gutters': {
      backgroundColor: 'var(--surface)',
      color: 'var(--text-muted)',
      borderColor: 'var(--line)',
    },
    '.cm-activeLine, .cm-activeLineGutter': {
      backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)',
    },
    '.cm-cursor': { borderLeftColor: 'var(--text)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)',
    },
    '.cm-panels, .cm-tooltip': {
      backgroundColor: 'var(--bg)',
      color: 'var(--text)',
      border: '1px solid var(--line)',
    },
  }),
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
