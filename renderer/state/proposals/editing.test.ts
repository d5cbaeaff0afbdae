import { describe, expect, it, vi } from 'vitest';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Client } from '../../client/client.ts';
import { storageIn } from '../storage-in.ts';
import { createEditing } from './editing.ts';

/** A disk with proposals on it. */
function disk() {
  const files = new Map<string, string>([['first', '# First\n']]);
  const kept = new Map<string, string>();
  const project = { folder: '/one' };
  const slow = { id: '' };
  const digest = (text: string) => `sha256:${text}`;
  const client = {
    async call(name: string, { id, text, over }: { id: string; text: string; over?: string }) {
      if (name === 'projects.current') return { project };
      const there = files.get(id);
      if (name === 'proposals.open' && id === slow.id) await new Promise((later) => setTimeout(later, 5));
      if (name === 'proposals.open') return { id, text: there, digest: digest(there ?? '') };
      if (over !== undefined && digest(there ?? '') !== over)
        throw new StudioError({ code: 'proposal.changed-outside', message: 'changed' });
      files.set(id, text);
      return { id, text, digest: digest(text) };
    },
  } as unknown as Client;
  const storage = storageIn(kept);
  return { files, kept, project, slow, editing: createEditing(client, storage), client, storage };
}

describe('a proposal that is open', () => {
  it('is written a moment after the last key', async () => {
    vi.useFakeTimers();
    const { files, kept, editing } = disk();
    await editing.show('first');
    editing.write('# First, more\n');
    expect(files.get('first')).toBe('# First\n');
    expect([...kept.values()].join()).toContain('# First, more');
    await vi.advanceTimersByTimeAsync(1000);
    expect(files.get('first')).toBe('# First, more\n');
    expect(kept.size).toBe(0);
    vi.useRealTimers();
  });

  it('comes back as it was typed where the page was left before it was written', async () => {
    const { files, kept, editing, client, storage } = disk();
    await editing.show('first');
    editing.write('typed');
    editing.leave();
    const again = createEditing(client, storage);
    await again.show('first');
    expect(again.open.get()).toMatchObject({ text: 'typed', saved: { text: 'typed' } });
    expect(files.get('first')).toBe('typed');
    expect(kept.size).toBe(0);
  });

  it('that comes back asks before it is written over what another program wrote meanwhile', async () => {
    const { files, editing, client, storage } = disk();
    await editing.show('first');
    editing.write('typed');
    editing.leave();
    files.set('first', 'theirs');
    const again = createEditing(client, storage);
    await again.show('first');
    expect(files.get('first')).toBe('theirs');
    expect(again.open.get()).toMatchObject({ text: 'typed', problem: { code: 'proposal.changed-outside' } });
  });

  it('is none of another project, whatever its name there', async () => {
    const { files, project, editing } = disk();
    await editing.show('first');
    editing.write('typed');
    editing.leave();
    project.folder = '/other';
    await editing.show('first');
    expect(editing.open.get()?.text).toBe('# First\n');
    expect(files.get('first')).toBe('# First\n');
  });

  it('is the one that was asked for last', async () => {
    const { files, slow, editing } = disk();
    files.set('second', '# Second\n');
    slow.id = 'first';
    await Promise.all([editing.show('first'), editing.show('second')]);
    expect(editing.open.get()?.id).toBe('second');
  });

  it('does not write over what another program wrote, until the person says so', async () => {
    const { files, editing } = disk();
    await editing.show('first');
    editing.write('mine');
    files.set('first', 'theirs');
    await editing.flush();
    expect(files.get('first')).toBe('theirs');
    expect(editing.open.get()?.problem).toMatchObject({ code: 'proposal.changed-outside' });
    await editing.settle('mine');
    expect(files.get('first')).toBe('mine');
    expect(editing.open.get()?.problem).toBeUndefined();
    editing.write('mine again');
    files.set('first', 'theirs again');
    await editing.flush();
    await editing.settle('theirs');
    expect(editing.open.get()?.text).toBe('theirs again');
  });
});
