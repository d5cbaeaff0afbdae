import path from 'node:path';
import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { BundleContent } from '../../services/proposals/bundle/bundle-content.ts';
import { bundleLimits } from '../../services/proposals/bundle/bundle-limits.ts';
import { openBundle } from '../../services/proposals/bundle/open-bundle.ts';
import { unpackedFiles } from '../../services/proposals/bundle/unpacked-files.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';

interface ImportOptions {
  readonly out?: string;
}

/** `bundle import <file>`: checks every byte of a bundle, and lays its files out as a project. Nothing of it runs. */
export const bundleImportCommand = (): Command =>
  new Command('import')
    .description('check a bundle, and unpack it as a project; its code stays untrusted')
    .argument('<file>', 'CAR file')
    .option('--out <folder>', 'the project, which need not be there yet (default: named after the bundle)')
    .action(async (written: string, options: ImportOptions) => {
      const content = await nodeFiles.read(fromUser(written), bundleLimits.bytes);
      if (content.kind !== 'bytes') throw unreadable(written, content.kind);
      const opened = await openBundle(content.bytes);
      const out = options.out ?? opened.cid;
      const folder = fromUser(out);
      if ((await nodeFiles.filesUnder(folder)).length > 0) throw notEmpty(out);
      for (const { name, bytes } of unpackedFiles(opened.content)) {
        const file = path.join(folder, ...name.split('/'));
        await nodeFiles.makeFolder(path.dirname(file));
        await nodeFiles.write(file, bytes);
      }
      for (const line of report(opened.cid, opened.content)) say(line);
      say(`wrote  ${out}`);
    });

function report(cid: string, { base, proposal, code, manifest }: BundleContent): readonly string[] {
  const scenario = (what: string, { id, version, digest }: BundleContent['base']) =>
    `${what.padEnd(8)}  ${id}@${version}  ${digest}`;
  return [
    `bundle    ${cid}`,
    scenario('base', base),
    ...(proposal === undefined ? [] : [scenario('proposal', proposal)]),
    `engine    ${manifest.engine.version}  ${manifest.engine.id}`,
    `seeds     ${manifest.seeds}`,
    ...code.map(({ name, id }) => `code      ${id}  ${name}  (not trusted: read it first)`),
  ];
}

const unreadable = (written: string, kind: string): StudioError =>
  new StudioError({
    code: kind === 'missing' ? 'file.missing' : 'bundle.refused',
    message:
      kind === 'missing'
        ? `There is no file ${written}.`
        : `The bundle is refused: ${kind === 'too-large' ? `it has more than ${bundleLimits.bytes} bytes` : 'it cannot be read'}.`,
    where: written,
  });

const notEmpty = (out: string): StudioError =>
  new StudioError({
    code: 'bundle.not-empty',
    message: `${out} holds files already.`,
    hint: 'Nothing is written over: choose another folder with --out.',
    where: '--out',
  });
