import { expect, it } from 'vitest';
import { fieldAt } from './field-at.ts';
import { forForms } from './for-forms.ts';

const text =
  'id: a\ndesign:\n  parameters:\n    x.y: { min: 1, max: 2 }\ngoals:\n  - maximise a\n  - minimise b\n';

it.each([
  ['f.yaml:4:12', ['design', 'parameters', 'x.y', 'min']],
  ['f.yaml:4:5', ['design', 'parameters', 'x.y']],
  ['f.yaml:7:5', ['goals', '1']],
  ['f.yaml', []],
  [undefined, []],
])('%s', (where, path) => {
  expect(fieldAt(text, where).slice(0, path.length || undefined)).toEqual(path);
});

it('gives advice in the words of the form', () => {
  const problem = {
    code: 'c',
    message: 'm',
    hint: 'Raise --budget, or take fewer --seeds.',
    where: '--budget',
  };
  expect(forForms('flip', 'f.yaml', text, problem)).toMatchObject({
    hint: 'Raise Runs, or take fewer Seeds.',
    field: ['flip', 'budget'],
  });
});
