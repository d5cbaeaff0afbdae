import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completionsAt } from './completions.ts';
import type { Schema } from './schema-walk.ts';

/** What completion needs to know; asked for anew every time. */
export interface Known {
  readonly schema: Schema | undefined;
  readonly sources: readonly string[];
}

/** YAML in the colours of the page, completed from the schema. */
export const yamlEditing = (known: () => Known): Extension => [
  ...[yaml(), lintGutter(), look],
  autocompletion({ override: [(context) => complete(context, known())] }),
];

/** Colours, and the nonce under which the page may write its own styles. */
export const look: Extension = [
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
    '.cm-tooltip': { backgroundColor: 'var(--bg)', color: 'var(--text)', border: '1px solid var(--line)' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--accent)',
      color: 'var(--on-accent)',
    },
    '.cm-completionDetail': { color: 'inherit' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--fail)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
      { tag: tags.comment, color: 'var(--text-muted)', fontStyle: 'italic' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--pass)' },
      { tag: [tags.punctuation, tags.separator, tags.brace], color: 'var(--text-muted)' },
    ]),
  ),
];

function complete(
  { state, pos, explicit }: CompletionContext,
  { schema, sources }: Known,
): CompletionResult | null {
  if (schema === undefined) return null;
  const found = completionsAt(state.doc.toString(), pos, schema, sources);
  if (found === undefined || (!explicit && found.from === pos)) return null;
  const { from, options } = found;
  return {
    from,
    options: options.map((option) => ({ ...option, type: 'property' })),
    validFor: /^[\w./-]*$/,
  };
}
