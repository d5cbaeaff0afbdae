/** A piece of JSON Schema, of which any keyword may be missing. */
export type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One step into a document: a key of a mapping, or an item of a list with what is known of it. */
export type Step =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'item'; readonly use: string | undefined };

/** The schemas that may hold at a place of a document. */
export function schemasAt(schema: Schema, steps: readonly Step[]): readonly Schema[] {
  return steps.reduce<readonly Schema[]>(
    (all, step) => all.flatMap((each) => into(each, step)),
    alternatives(schema),
  );
}

/** Keys that a mapping may have, with their schemas. */
export function keysOf(schemas: readonly Schema[]): ReadonlyMap<string, Schema> {
  const keys = new Map<string, Schema>();
  for (const schema of schemas) {
    for (const [key, each] of Object.entries(isSchema(schema.properties) ? schema.properties : {})) {
      if (isSchema(each) && !keys.has(key)) keys.set(key, each);
    }
  }
  return keys;
}

/** Values that a schema names one by one. */
export function valuesOf(
  schemas: readonly Schema[],
): readonly { readonly value: string; readonly schema: Schema }[] {
  return schemas.flatMap((schema) => {
    const named = schema.const === undefined ? schema.enum : [schema.const];
    return Array.isArray(named) ? named.map((value) => ({ value: String(value), schema })) : [];
  });
}

function into(schema: Schema, step: Step): readonly Schema[] {
  if (step.kind === 'item') {
    const items = isSchema(schema.items) ? alternatives(schema.items) : [];
    if (step.use === undefined) return items;
    const chosen = items.filter(
      ({ properties }) =>
        isSchema(properties) && isSchema(properties.use) && properties.use.const === step.use,
    );
    return chosen.length > 0 ? chosen : items;
  }
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const found = Object.hasOwn(properties, step.key) ? properties[step.key] : schema.additionalProperties;
  return isSchema(found) ? alternatives(found) : [];
}

/** The schema, or those of its alternatives that describe something. */
function alternatives(schema: Schema): readonly Schema[] {
  const choices = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat().filter(isSchema);
  const describing = choices.filter(
    (each) =>
      each.properties !== undefined ||
      each.const !== undefined ||
      each.enum !== undefined ||
      each.anyOf !== undefined,
  );
  return describing.length === 0 ? [schema] : describing.flatMap(alternatives);
}
