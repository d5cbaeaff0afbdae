import type { ReactElement } from 'react';
import type { SignedWord } from '../../../../main/api/publish/publish-api.ts';

/** What is signed, field by field, as people read it. */
export const WordsList = ({ words }: { readonly words: readonly SignedWord[] }): ReactElement => (
  <dl className="publish-words">
    {words.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
