import { expect, test } from 'vitest';
import { testDraft, testKnown, testWallet } from '../../../../test/publish/drafts.ts';
import { readDraft } from '../draft/read-draft.ts';
import type { PreflightInput } from '../preflight/preflight.ts';
import type { Publication } from './publication.ts';
import { publicationIn } from './publication-files.ts';
import { readyPublication } from './ready-publication.ts';

const settings = { sequencer: 'http://127.0.0.1:1', hub: 'http://127.0.0.1:1' };
const at = (now: number, body = testDraft.body): PreflightInput => ({
  ...{ draft: { ...testDraft, body }, known: testKnown, target: 'other', now },
});
const day = 86_400;
const start = 1_790_000_000;
const first = readyPublication(at(start), undefined, settings).publication;
const sent: Publication = { ...first, signature: '0x12', state: 'sent' };

test('what was signed before is taken up again, while a server still takes it', () => {
  expect(readyPublication(at(start + day), sent, settings).publication).toBe(sent);
  const late = readyPublication(at(start + 7 * day), sent, settings).publication;
  expect(late).toMatchObject({ state: 'prepared' });
  expect(late.id).not.toBe(sent.id);
});

test('a draft that was changed since it was sent waits until that is known', () => {
  const changed = at(start + 60, 'Another text.');
  expect(() => readyPublication(changed, sent, settings)).toThrow(
    expect.objectContaining({ code: 'publish.in-doubt' }),
  );
  expect(readyPublication(changed, { ...sent, state: 'signed' }, settings).publication.state).toBe(
    'prepared',
  );
  expect(readyPublication(changed, { ...sent, state: 'refused' }, settings).publication.state).toBe(
    'prepared',
  );
});

test('what others may be signing keeps its id as long as the draft says the same', () => {
  const shared = { sharedBefore: true };
  expect(readyPublication(at(start + 60), first, settings, shared).publication).toBe(first);
  expect(readyPublication(at(start + 60), first, settings).publication.id).not.toBe(first.id);
  expect(readyPublication(at(start + 60, 'Other.'), first, settings, shared).publication.id).not.toBe(
    first.id,
  );
});

test('a record whose content was changed is refused', () => {
  const text = JSON.stringify(first);
  expect(publicationIn(text, 'x.json')).toEqual(first);
  for (const bad of [text.replace('Halve', 'Double'), '{}', 'no'])
    expect(() => publicationIn(bad, 'x.json')).toThrow(
      expect.objectContaining({ code: 'publication.damaged' }),
    );
});

test('a draft is read from Markdown, with what stands above it and what is said besides', () => {
  const above = '---\nspace: a.eth\nchoices: [Yes please, No]\nblock: 12\n---\n';
  const draft = readDraft(
    `${above}\n# A title #\n\nThe body.\n\n## More\n`,
    { from: testWallet.address, space: 'b.eth' },
    'x.md',
  );
  expect(draft).toMatchObject({
    ...{ title: 'A title', body: 'The body.\n\n## More', choices: ['Yes please', 'No'], block: 12 },
    ...{ space: 'b.eth', from: testWallet.address, type: 'basic', labels: [] },
  });
  const plain = `---\nfrom: ${testWallet.address}\nchoices: For, Against\nlabels:\nblock: 12\ntitle: No\n---\nText`;
  expect(readDraft(plain, {}, 'x.md')).toMatchObject({
    ...{ from: testWallet.address, choices: ['For', 'Against'], labels: [], block: 12, title: 'No' },
  });
  expect(readDraft('Text only.', {}, 'x.md')).toMatchObject({ title: '', body: 'Text only.' });
  expect(() => readDraft('---\nchoice: [a]\n---\n', {}, 'x.md')).toThrow('choice');
});
