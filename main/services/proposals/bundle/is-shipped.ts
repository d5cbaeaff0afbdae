import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { Files } from '../../../ports/files.ts';
import type { Installation } from '../../installation.ts';
import { readPlace } from '../../scenarios/open-scenarios.ts';
import { findPlace } from '../../scenarios/shelf.ts';

interface Asked {
  readonly id: string;
  readonly document: ScenarioDocument;
  readonly specDigest: (document: ScenarioDocument) => string;
}

/** True where whoever has the studio has this scenario too, under this id and to the last value. */
export async function isShipped(
  files: Files,
  installation: Pick<Installation, 'scenarios'>,
  { id, document, specDigest }: Asked,
): Promise<boolean> {
  const shelf = { place: 'shipped', folder: installation.scenarios } as const;
  const place = await findPlace(files, [shelf], id).catch(() => undefined);
  if (place === undefined) return false;
  const read = await readPlace(files, place);
  return read.ok && specDigest(read.document) === specDigest(document);
}
