import { text as allOf } from 'node:stream/consumers';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { type FoundEvidence, parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import { proposalLink } from '../../../sim-core/evidence/proposal-link.ts';
import type { ProposalSource } from '../../api/proposals/proposals-api.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { nodeOpenWeb } from '../../ports/node-open-web.ts';
import { nodeWeb } from '../../ports/node-web.ts';
import { userFolder } from '../../ports/user-folder.ts';
import { readSource } from '../../services/proposals/source/read-source.ts';
import { markdownOf } from '../../services/proposals/source/text-in.ts';
import { settingsFile } from '../../services/publish/settings/settings-file.ts';
import { Refusal } from '../../services/refusal.ts';
import { readText } from '../read-text.ts';
import { tell } from '../terminal.ts';

const largest = 1024 * 1024;

/**
 * The text of a proposal as a command line names it: a file, `-` for standard input, an address, or the id or link of a Snapshot
 * proposal, which the hub is asked for (`hub`, or the one of the settings). Throws what is wrong with it.
 */
export async function givenProposal(written: string, hub?: string): Promise<ProposalSource> {
  if (written === '-') return { text: textOf(await piped()), from: 'standard input' };
  if (proposalLink(written) === undefined) return { text: textOf(await readText(written)), from: written };
  const servers = await settingsFile(nodeFiles, userFolder()).read();
  const source = await readSource(written, {
    ...{ web: nodeWeb, open: nodeOpenWeb, clock: Date.now },
    hub: hub ?? servers.hub,
  });
  tell(`read  ${source.from}`);
  return source;
}

/** The evidence in a text. Throws a `Refusal` with every problem in it. */
export function evidenceIn(text: string): FoundEvidence {
  const found = parseEvidence(text);
  if (!found.ok) throw new Refusal(found.problems);
  return found;
}

/** Markdown as it is, or out of the JSON in which a proposal was handed on. */
const textOf = (text: string): string => (/^\s*\{/.test(text) ? (markdownOf(text) ?? text) : text);

async function piped(): Promise<string> {
  const text = await allOf(process.stdin);
  if (text.length <= largest) return text;
  throw new StudioError({
    code: 'file.too-large',
    message: 'Standard input holds more than 1 MB, which no proposal has.',
  });
}
