import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { answer } from '../../../main/api/answer.ts';
import { routes } from '../../../main/api/routes.ts';
import type { StudioApi } from '../../../main/api/studio-api.ts';
import { nodeFiles } from '../../../main/ports/node-files.ts';
import { installationIn } from '../../../main/services/installation.ts';
import { createStudio } from '../../../main/services/studio.ts';
import { smallText } from '../good.ts';
import { mutated } from '../mutated.ts';
import { plain } from '../plain.ts';
import { inputsOf, type JsonSchema } from '../schema-inputs.ts';
import type { Target } from '../target.ts';

/** What a call may reach: a closed port of this computer, and folders of the fuzzer's own. */
const nowhere = fc.constantFrom(
  'http://127.0.0.1:9/',
  'https://127.0.0.1:9/graphql',
  'ftp://127.0.0.1',
  '',
  'x',
);
const plainName = fc.constantFrom(
  'small',
  'mine',
  'sweep-1',
  'x',
  '../x',
  'a/b',
  '.',
  '',
  'CON',
  '\u0000',
  'blank-network',
);

/** Every route, with inputs that are made from its schema and then bent. */
export const apiRoutes = async (): Promise<Target> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-fuzz-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const project = path.join(folder, 'project');
  mkdirSync(project);
  cpSync('test/fixtures/scenarios/small', path.join(project, 'scenarios/small'), { recursive: true });
  const api: StudioApi = createStudio({
    ...{ installation: installationIn(process.cwd()), door: 'memory', files: nodeFiles },
    ...{ userFolder: path.join(folder, 'person'), usualProject: project, project },
  });
  // The first look at the shipped scenarios reads all of them: that is no answer to an input.
  await answer(api, 'scenarios.list', {});
  const small = smallText();
  const texts = mutated([small, small, '# A proposal\n\nText.\n', '---\nspace: a.eth\n---\n# T\n']);
  const byKey = {
    ...{
      text: texts,
      scenario: plainName,
      id: plainName,
      base: plainName,
      proposal: plainName,
      run: plainName,
    },
    ...{
      url: nowhere,
      hub: nowhere,
      sequencer: nowhere,
      relayer: nowhere,
      rpc: nowhere,
      link: nowhere,
      from: nowhere,
    },
    ...{ broviderUrl: nowhere, network: fc.constantFrom('0', '-1', 'x', '999999999999') },
    folder: fc.constantFrom(
      project,
      path.join(folder, 'other'),
      'relative',
      '',
      `${folder}/../nothing-of-that-name-\u0000`,
    ),
  };
  const inputs = Object.entries(routes).map(([route, { input }]) => {
    // The schemas of the routes are plain enough that zod writes all of them.
    const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    return fc.tuple(fc.constant(route), inputsOf(schema, byKey));
  });
  return {
    name: 'routes',
    share: 8,
    inputs: fc
      .tuple(
        fc.oneof(...inputs),
        fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), strange), { nil: undefined }),
      )
      .map(([[route, input], bend]) =>
        JSON.stringify({ route, input: bend === undefined ? input : bentAt(input, ...bend) }),
      ),
    async try(written) {
      const { route, input } = JSON.parse(written);
      const answered = await answer(api, route, input);
      if (!answered.ok) plainAnswer(route, answered.problem);
    },
  };
};

const plainAnswer = (route: string, problem: Parameters<typeof plain>[0]): void => {
  if (problem.code === 'defect') throw new Error(`${route} fails: ${problem.message}`);
  plain(problem);
};

/** What no schema expects. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -0,
    1e308,
    '',
    [],
    {},
    'x'.repeat(100_000),
    '\ud800',
    '__proto__',
    '../../x',
    [[[]]],
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(
    JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  ),
);

/** The value with something strange in the place of one of its parts, or a key too many. */
function bentAt(value: unknown, at: number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const keys = Object.keys(value);
  const chosen = keys[Math.floor(at * (keys.length + 1))];
  if (chosen === undefined) return Array.isArray(value) ? [...value, other] : { ...value, more: other };
  const inner: unknown = Reflect.get(value, chosen);
  const deeper = (at * 97) % 1;
  const bent =
    typeof inner === 'object' && inner !== null && deeper > 0.3 ? bentAt(inner, deeper, other) : other;
  if (Array.isArray(value)) return value.map((each, index) => (`${index}` === chosen ? bent : each));
  return { ...value, [chosen]: bent };
}
