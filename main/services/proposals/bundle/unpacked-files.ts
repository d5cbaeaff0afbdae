import { canonicalJson } from '../../../../sim-core/kernel/canonical.ts';
import type { BundleContent, BundledFile, BundledScenario } from './bundle-content.ts';
import { isPlainName, refuseTwins } from './plain-names.ts';
import { refusedBundle } from './refused-bundle.ts';

/**
 * A bundle as the files of a project: its scenarios under `scenarios`, its modules where they belong, and what was run and came of it
 * beside them. Throws `bundle.refused` where a name would not stay in the folder.
 */
export function unpackedFiles({
  base,
  proposal,
  code,
  experiment,
  manifest,
  metrics,
}: BundleContent): readonly BundledFile[] {
  const text = (name: string, written: string): BundledFile => ({
    name,
    bytes: new TextEncoder().encode(written),
  });
  const baseName = folderOf(base);
  const proposalName = proposal === undefined ? '' : folderOf(proposal);
  const files = [
    ...scenarioFiles(base, baseName),
    ...(proposal === undefined
      ? []
      : scenarioFiles(proposal, proposalName === baseName ? `${baseName}-proposed` : proposalName)),
    ...code.map((module) => text(module.name, module.text)),
    ...(experiment === undefined ? [] : [text('experiments/from-bundle.yaml', experiment)]),
    text('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`),
    text('metrics.csv', metrics),
  ];
  const names = files.map(({ name }) => name);
  const strange = names.find((name) => !isPlainName(name));
  if (strange !== undefined)
    throw refusedBundle(`"${strange.slice(0, 80)}" is no name of a file in a folder`);
  refuseTwins(names);
  return files;
}

const folderOf = ({ id }: BundledScenario): string => id.replaceAll('/', '-');

function scenarioFiles({ files, spec }: BundledScenario, folder: string): readonly BundledFile[] {
  const within = `scenarios/${folder}`;
  if (files.length > 0) return files.map(({ name, bytes }) => ({ name: `${within}/${name}`, bytes }));
  const bytes = new TextEncoder().encode(`${canonicalJson(spec)}\n`);
  return [{ name: `${within}/spec.json`, bytes }];
}
