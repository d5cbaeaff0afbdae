import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';

/** A document with one number of a mechanism replaced in its spec: quicker than an edit of its text, for a hundred thousand of them. */
export function withValue(
  document: ScenarioDocument,
  mechanism: string,
  parameter: string,
  value: number,
): ScenarioDocument {
  const { spec } = document;
  const mechanisms = spec.mechanisms.map((use) =>
    use.id === mechanism ? { ...use, parameters: { ...use.parameters, [parameter]: value } } : use,
  );
  return { ...document, spec: { ...spec, mechanisms } };
}
