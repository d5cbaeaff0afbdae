import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { typeOver } from './type-over.ts';

/**
 * What every text editor of the studio has: the colours of the page, the nonce under which the page may write its own styles, and
 * typing that writes none. Each adds the colours of its language.
 */
export const editorLook: Extension = [
  EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''),
  typeOver,
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
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--accent)',
      color: 'var(--on-accent)',
    },
    '.cm-completionDetail': { color: 'inherit' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--fail)' },
  }),
];
