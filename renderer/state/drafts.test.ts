import { describe, expect, it } from 'vitest';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Client } from '../client/client.ts';
import { createDrafts } from './drafts.ts';
import { storageIn } from './storage-in.ts';

/** A disk with one scenario, and a process that reads it or does not answer. */
function disk() {
  const file = { text: 'id: net\n', lost: false, code: 'sha256:1' };
  const kept = new Map<string, string>();
  const read = (text: string) => ({
    ...{ text, card: { id: 'net' }, parameters: [], warnings: [] },
    spec: { code: [file.code] },
  });
  const opened = () => ({
    ...read(file.text),
    ...{ textDigest: `sha256:${file.text}`, readme: '', pictures: {} },
  });
  const client = {
    async call(name: string, { text = '' }: { readonly text?: string }) {
      if (name === 'projects.current') return { project: { folder: '/one' } };
      if (file.lost) throw new StudioError({ code: 'server.unreachable', message: 'It does not answer.' });
      if (name === 'scenarios.open') return opened();
      if (name === 'scenarios.check')
        return text.startsWith('id:')
          ? { ok: true, ...read(text) }
          : { ok: false, text, problems: [{ code: 'x', message: 'No id.' }] };
      throw new Error(name);
    },
  } as unknown as Client;
  const storage = storageIn(kept);
  const drafts = createDrafts(client, storage);
  const now = () => drafts.all.get().get('net');
  return { file, kept, drafts, now, again: () => createDrafts(client, storage) };
}

describe('a draft', () => {
  it('comes back after the page was left, and steps back to what is on the disk', async () => {
    const { drafts, again, kept } = disk();
    await drafts.write('net', 'id: net\n# mine\n');
    const later = again();
    expect(await later.open('net')).toMatchObject({ text: 'id: net\n# mine\n', canUndo: true });
    await later.undo('net');
    expect(later.all.get().get('net')?.text).toBe('id: net\n');
    expect(kept.size).toBe(0);
  });

  it('whose file was changed while the page was closed asks whose text stays', async () => {
    const { file, drafts, again } = disk();
    await drafts.write('net', 'id: net\n# mine\n');
    file.text = 'id: net\n# theirs\n';
    // Left again without an answer, it asks again.
    await again().open('net');
    const later = again();
    expect(await later.open('net')).toMatchObject({
      text: 'id: net\n# mine\n',
      outside: { text: file.text },
    });
    await later.settle('net', 'theirs');
    expect(later.all.get().get('net')).toMatchObject({ text: file.text, problems: [] });
    expect(later.all.get().get('net')?.outside).toBeUndefined();
  });

  it('keeps what is typed while nobody answers, and reads it once somebody does', async () => {
    const { file, kept, drafts, now } = disk();
    await drafts.open('net');
    file.lost = true;
    await expect(drafts.write('net', 'broken')).rejects.toMatchObject({ code: 'server.unreachable' });
    expect(now()).toMatchObject({ text: 'broken', canUndo: true });
    expect([...kept.values()].join()).toContain('broken');
    file.lost = false;
    await drafts.refresh();
    expect(now()).toMatchObject({ text: 'broken', problems: [{ message: 'No id.' }] });
    await drafts.undo('net');
    expect(now()).toMatchObject({ text: 'id: net\n', problems: [], canRedo: true });
  });

  it('means what code and data beside its text say now, edited or not', async () => {
    const { file, drafts, now } = disk();
    await drafts.open('net');
    file.code = 'sha256:2';
    await drafts.refresh();
    expect(now()).toMatchObject({ good: { spec: { code: ['sha256:2'] } }, canUndo: false });
    await drafts.write('net', 'id: net\n# mine\n');
    file.code = 'sha256:3';
    await drafts.refresh();
    expect(now()).toMatchObject({ text: 'id: net\n# mine\n', good: { spec: { code: ['sha256:3'] } } });
    expect(now()?.outside).toBeUndefined();
  });
});
