import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { editorLook } from '../../../state/editor-look.ts';
import { completionsAt } from './completions.ts';
import type { Schema } from './schema-walk.ts';

/** What completion needs to know; asked for anew every time. */
export interface Known {
  readonly schema: Schema | undefined;
  readonly sources: readonly string[];
}

/** YAML in the colours of the page, completed from the schema. */
export const yamlEditing = (known: () => Known): Extension => [
  ...[yaml(), lintGutter(), yamlLook],
  autocompletion({ override: [(context) => complete(context, known())] }),
];

/** The colours of YAML. */
export const yamlLook: Extension = [
  editorLook,
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
