import fc from 'fast-check';

/** JSON Schema, as far as zod writes it. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly $ref?: string;
}

/** Inputs for keys of a name, where a schema alone would say too little or reach too far. */
export type ByKey = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Values that are as a schema wants them, mostly; `root` is looked into for references. */
export function inputsOf(
  schema: JsonSchema,
  byKey: ByKey,
  root: JsonSchema = schema,
  depth = 0,
): fc.Arbitrary<unknown> {
  const of = (each: JsonSchema): fc.Arbitrary<unknown> => inputsOf(each, byKey, root, depth + 1);
  if (depth > 12) return fc.constant(null);
  if (schema.$ref !== undefined) return of(pointedAt(root, schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(of));
  switch (schema.type) {
    case 'object':
      return objects(schema, byKey, of);
    case 'array':
      return schema.prefixItems === undefined
        ? fc.array(of(schema.items ?? {}), { minLength: Math.min(3, schema.minItems ?? 0), maxLength: 3 })
        : fc.tuple(...schema.prefixItems.map(of));
    case 'string':
      return words;
    case 'integer': {
      const least = schema.minimum ?? -5;
      return fc.oneof(
        fc.integer({ min: least, max: Math.min(schema.maximum ?? least + 50, least + 50) }),
        fc.integer(),
      );
    }
    case 'number':
      return fc.oneof(fc.integer({ min: -5, max: 50 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  byKey: ByKey,
  of: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const given = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, byKey[key] ?? of(value)]),
  );
  const known = fc.record(given, { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object') return known;
  return fc.oneof(known, fc.dictionary(words, of(additionalProperties), { maxKeys: 3 }));
}

const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '1',
    'small',
    'mine',
    'market.price',
    'agents.token.supply',
    '../x',
    '__proto__',
    '2024-01-01',
  ),
);

function pointedAt(root: JsonSchema, pointer: string): JsonSchema {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      root,
    );
  return typeof found === 'object' && found !== null ? (found as JsonSchema) : {};
}
