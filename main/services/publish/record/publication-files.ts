import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { Files } from '../../../ports/files.ts';
import { messageId } from '../message/message-id.ts';
import { type Publication, publicationFile } from './publication.ts';

/** Where the publications of one draft are kept. */
export interface PublicationShelf {
  /** Undefined where there is none. Throws `publication.damaged`. */
  read(kind: Publication['kind']): Promise<Publication | undefined>;
  write(publication: Publication): Promise<void>;
  /** The file of a kind, a full path. */
  file(kind: Publication['kind']): string;
}

const largest = 4 * 1024 * 1024;

/** Beside `draft`, a full path that ends in `.md`: `<draft>.publication.json`, and likewise for updates and cancellations. */
export function publicationShelf(files: Files, draft: string): PublicationShelf {
  const stem = draft.replace(/\.md$/i, '');
  const file = (kind: Publication['kind']) =>
    `${stem}${kind === 'proposal' ? '' : `.${kind}`}.publication.json`;
  return {
    file,
    async read(kind) {
      const content = await files.read(file(kind), largest);
      if (content.kind === 'missing') return undefined;
      if (content.kind !== 'bytes') throw damaged(file(kind), 'it cannot be read');
      return publicationIn(Buffer.from(content.bytes).toString('utf8'), file(kind));
    },
    write: async (publication) =>
      await files.write(file(publication.kind), `${JSON.stringify(publication, null, 2)}\n`),
  };
}

/** Reads a publication; its id must be that of its data, so that a changed file cannot publish something else. */
export function publicationIn(text: string, where: string): Publication {
  let found: Publication;
  try {
    found = publicationFile.parse(JSON.parse(text));
  } catch {
    throw damaged(where, 'it is not what the studio writes');
  }
  let id: string | undefined;
  try {
    id = messageId(found.data);
  } catch {
    // Then it is no typed data.
  }
  if (id !== found.id) throw damaged(where, 'its id is not that of its content');
  return found;
}

const damaged = (where: string, why: string): StudioError =>
  new StudioError({
    code: 'publication.damaged',
    message: `The record of the publication cannot be used: ${why}.`,
    hint: 'Move it away to start anew; first look on Snapshot whether the proposal is there.',
    where,
  });
