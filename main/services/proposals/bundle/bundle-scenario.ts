import { decodeText } from '../../../../sim-core/scenario/decode-text.ts';
import type { ReadFile } from '../../../../sim-core/scenario/file-content.ts';
import { limits } from '../../../../sim-core/scenario/limits.ts';
import { namedFiles } from '../../../../sim-core/scenario/named-files.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { BundledFile, BundledScenario } from './bundle-content.ts';
import { bundledDocument } from './bundled-document.ts';

/**
 * A scenario as it travels, with the data that its text names, which `read` finds beside it. Where the text does not mean the spec, since
 * values were set on the way, the spec travels alone.
 */
export async function bundleScenario(
  document: ScenarioDocument,
  read: ReadFile,
  specDigest: (document: Pick<ScenarioDocument, 'spec'>) => string,
): Promise<BundledScenario> {
  const { spec, text, declared, code = [] } = document;
  const digest = specDigest(document);
  const files: BundledFile[] = [{ name: 'scenario.yaml', bytes: textBytes(new TextEncoder().encode(text)) }];
  for (const name of namedFiles(text)) {
    const content = await read(name, limits.dataBytes);
    if (content.kind === 'bytes') files.push({ name, bytes: textBytes(content.bytes) });
  }
  const whole = { id: spec.id, version: spec.version, digest, spec, files };
  const means = await bundledDocument(whole, { code, declared, specDigest, older: false }).then(
    () => true,
    () => false,
  );
  return means ? whole : { ...whole, files: [] };
}

/** Lines end the same whichever system a file was checked out on: it would have another name there, and mean the same. */
function textBytes(bytes: Uint8Array): Uint8Array {
  const decoded = decodeText(bytes);
  return decoded.ok ? new TextEncoder().encode(decoded.text.replaceAll('\r\n', '\n')) : bytes;
}
