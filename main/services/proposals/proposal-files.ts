import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { KeptProposal, ProposalEntry } from '../../api/proposals/proposals-api.ts';
import type { FileContent, Files } from '../../ports/files.ts';
import { nativeDigest } from '../native-digest.ts';
import { bundleLimits } from './bundle/bundle-limits.ts';
import type { WrittenBundle } from './bundle/write-bundle.ts';

const largest = 1024 * 1024;
const ending = '.md';

/** The proposals of a project: Markdown files that people may edit with whatever they like. */
export function proposalFiles(files: Files, project: string) {
  const folder = path.join(project, 'proposals');
  const fileOf = (id: string): string => path.join(folder, `${id}${ending}`);
  const read = async (id: string): Promise<string | undefined> => {
    const content = await files.read(fileOf(id), largest);
    if (content.kind === 'missing') return undefined;
    if (content.kind === 'bytes') return Buffer.from(content.bytes).toString('utf8');
    throw new StudioError({
      code: 'proposal.unreadable',
      message: `proposals/${id}${ending} cannot be read${content.kind === 'too-large' ? ': it is larger than 1 MB' : ''}.`,
      where: fileOf(id),
    });
  };
  return {
    async list(): Promise<readonly ProposalEntry[]> {
      const names = await files.filesUnder(folder);
      const ids = names.flatMap((name) => /^([a-z0-9][a-z0-9-]{0,79})\.md$/.exec(name)?.[1] ?? []);
      return await Promise.all(
        ids.sort().map(async (id) => ({ id, title: titleIn((await read(id).catch(() => '')) ?? '') ?? id })),
      );
    },
    async open(id: string): Promise<KeptProposal> {
      const text = await read(id);
      if (text === undefined)
        throw new StudioError({
          code: 'proposal.unknown',
          message: `The project has no proposal ${id}.`,
          hint: 'It may have been moved or renamed: look into the folder proposals.',
          where: fileOf(id),
        });
      return { id, text, digest: nativeDigest(text) };
    },
    /** Keeps the whole text of a draft that had to be shortened beside it, which is no draft itself; answers the name of its file. */
    async saveAnnex(id: string, text: string): Promise<string> {
      await files.makeFolder(folder);
      await files.write(path.join(folder, `${id}.annex${ending}`), text);
      return `${id}.annex${ending}`;
    },
    /** Keeps what travels with a draft beside it; its name is its content. */
    async saveBundle({ cid, bytes }: WrittenBundle): Promise<void> {
      await files.makeFolder(folder);
      await files.write(path.join(folder, `${cid}.car`), bytes);
    },
    readBundle: async (cid: string): Promise<FileContent> =>
      await files.read(path.join(folder, `${cid}.car`), bundleLimits.bytes),
    async save({
      id,
      text,
      over,
    }: {
      readonly id: string;
      readonly text: string;
      readonly over?: string;
    }): Promise<KeptProposal> {
      const name = over === undefined ? await freeName(id) : id;
      const there = await read(name);
      if (over !== undefined && there !== undefined && nativeDigest(there) !== over)
        throw new StudioError({
          code: 'proposal.changed-outside',
          message: `proposals/${name}${ending} was changed by another program since it was opened here.`,
          hint: 'Keep your text or take the one on disk.',
          where: fileOf(name),
        });
      await files.makeFolder(folder);
      await files.write(fileOf(name), text);
      return { id: name, text, digest: nativeDigest(text) };
    },
  };

  async function freeName(id: string): Promise<string> {
    const taken = new Set(await files.filesUnder(folder));
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? id : `${id}-${count}`;
      if (!taken.has(`${name}${ending}`)) return name;
    }
  }
}

/** The first heading of a text. */
const titleIn = (text: string): string | undefined => /^#\s+(.+)$/m.exec(text)?.[1]?.trim().slice(0, 256);
