/** What a person says of a draft, by the place where it is said: the text itself, or a key of its head. */
export type DraftField =
  | 'title'
  | 'body'
  | 'space'
  | 'from'
  | 'type'
  | 'choices'
  | 'discussion'
  | 'labels'
  | 'privacy'
  | 'start'
  | 'period'
  | 'block';

const fields: readonly (readonly [RegExp, DraftField])[] = [
  [/^title$/, 'title'],
  [/^(body\.|envelope\.size)/, 'body'],
  [/^(space\.|limit\.space|replay)/, 'space'],
  [/^(author\.|signer\.author|limit\.author)/, 'from'],
  [/^(type|voting\.type|update\.type)$/, 'type'],
  [/^choices/, 'choices'],
  [/^discussion$/, 'discussion'],
  [/^labels/, 'labels'],
  [/^(voting\.)?privacy$/, 'privacy'],
  [/^(voting\.delay|start\.past|times\.)/, 'start'],
  [/^(voting\.period|end\.)/, 'period'],
  [/^block\./, 'block'],
];

/** The place that a rule of the preflight speaks of; undefined where it is none of the draft's, such as a clock. */
export const fieldOfRule = (rule: string): DraftField | undefined =>
  fields.find(([pattern]) => pattern.test(rule))?.[1];
