// Who may import what: the table of docs/architecture.md, held by scripts/check-imports.mjs.
// A layer lists all that it may import; anything else is an error whose message says what to do instead.

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {RegExp} from the files it speaks of, by their path in the project
 * @property {string[]} files how the paths of the files it may import begin; `$1` is what `from` captured
 * @property {readonly string[] | 'any'} [packages] the packages it may import; `d3-*` stands for all that begin so
 * @property {boolean} [node] true where Node's own modules may be imported
 * @property {string} instead what to do instead
 *
 * @typedef {object} Fence
 * @property {string} name
 * @property {RegExp} from
 * @property {string[]} modules what may not be imported there: packages, or Node's modules as `node:fs`
 * @property {string} instead
 */

const engine = ['contract', 'kernel', 'mechanisms', 'metrics', 'analysis'].map((part) => `sim-core/${part}/`);
const drawing = ['d3', 'd3-*', 'react', 'react-dom'];

/** @type {Layer[]} */
export const layers = [
  {
    name: 'contract-imports-nothing',
    from: /^sim-core\/contract\//,
    files: ['sim-core/contract/'],
    instead:
      'The contract is vocabulary only: move what computes to sim-core/kernel, and the type it needs here.',
  },
  {
    name: 'kernel-imports-contract',
    from: /^sim-core\/kernel\//,
    files: ['sim-core/contract/', 'sim-core/kernel/'],
    packages: ['seedrandom', '@noble/hashes'],
    instead:
      'The kernel knows no mechanism, metric or file: take it as an argument, typed in sim-core/contract.',
  },
  {
    name: 'mechanism-stands-alone',
    from: /^sim-core\/mechanisms\/([^/]+\/[^/]+?)(?:-rule)?\.ts$/,
    files: [
      'sim-core/contract/',
      'sim-core/kernel/',
      'sim-core/mechanisms/sources.ts',
      'sim-core/mechanisms/reward-split.ts',
      'sim-core/mechanisms/market-fill.ts',
      'sim-core/mechanisms/stake-choice.ts',
      'sim-core/mechanisms/shock-timing.ts',
      'sim-core/mechanisms/region-row.ts',
      'sim-core/mechanisms/serve-users.ts',
      'sim-core/mechanisms/aggregate-demand.ts',
      'sim-core/mechanisms/$1-rule.ts',
    ],
    instead:
      'A mechanism never imports another, only the -rule.ts beside it: read its columns, or move what both need to sim-core/kernel.',
  },
  {
    name: 'mechanism-list',
    from: /^sim-core\/mechanisms\/[^/]+$/,
    files: ['sim-core/contract/', 'sim-core/kernel/', 'sim-core/mechanisms/'],
    instead:
      'The index is a list of the mechanisms beside it: what computes belongs in a mechanism or the kernel.',
  },
  {
    name: 'metric-stands-alone',
    from: /^sim-core\/metrics\/(?!(index|verdicts|breakdowns)\.ts$)/,
    files: [
      'sim-core/contract/',
      'sim-core/kernel/',
      'sim-core/metrics/world-metric.ts',
      'sim-core/metrics/breakdowns/world-breakdown.ts',
      'sim-core/metrics/breakdowns/tally.ts',
    ],
    instead: 'A metric reads columns through sim-core/contract: move what two need to sim-core/kernel.',
  },
  {
    name: 'analysis-imports-kernel',
    from: /^sim-core\/analysis\//,
    files: ['sim-core/contract/', 'sim-core/kernel/', 'sim-core/analysis/'],
    packages: ['simple-statistics'],
    instead: 'Analysis works on numbers: take results as arguments, typed in sim-core/contract.',
  },
  {
    name: 'engine-is-self-contained',
    from: /^sim-core\/(engine|assemble|rules|extended|kit|stage)\.ts$/,
    files: [
      ...engine,
      ...['assemble', 'rules', 'extended', 'kit', 'stage'].map((part) => `sim-core/${part}.ts`),
    ],
    instead: `The engine bundle holds ${engine.join(', ')}: files, workers and the DOM stay outside.`,
  },
  {
    name: 'validation-runs-the-engine',
    from: /^sim-core\/validation\//,
    files: [...engine, 'sim-core/assemble.ts', 'sim-core/stage.ts', 'sim-core/validation/'],
    instead:
      'A check runs the rules of the engine on figures of its own folder: files and printing belong to main.',
  },
  {
    name: 'scenario-imports-contract',
    from: /^sim-core\/scenario\//,
    files: [
      'sim-core/contract/',
      'sim-core/scenario/',
      'sim-core/mechanisms/index.ts',
      'sim-core/mechanisms/combination.ts',
      'sim-core/mechanisms/refusals.ts',
      'sim-core/kernel/calendar.ts',
      'sim-core/kernel/canonical.ts',
    ],
    packages: ['yaml'],
    instead:
      'Scenarios are checked against what sim-core/mechanisms/index.ts declares; reading files is the work of main.',
  },
  {
    name: 'evidence-imports-analysis',
    from: /^sim-core\/evidence\//,
    files: ['sim-core/contract/', 'sim-core/kernel/', 'sim-core/analysis/', 'sim-core/evidence/'],
    instead: 'Evidence is text and numbers: running what it names is the work of main/services.',
  },
  {
    name: 'results-import-contract',
    from: /^sim-core\/results\//,
    files: ['sim-core/contract/', 'sim-core/results/', 'sim-core/kernel/calendar.ts'],
    packages: ['hyparquet', 'hyparquet-writer', '@uwdata/flechette', '@noble/hashes'],
    instead: 'Results are written the same at every door: take what a run returned as an argument.',
  },
  {
    name: 'worker-imports-sim-core',
    from: /^sim-core\/worker\//,
    files: ['sim-core/'],
    packages: ['comlink'],
    node: true,
    instead: 'Workers run the core and nothing else: pass what they need in a message.',
  },
  {
    name: 'api-is-an-interface',
    from: /^main\/api\//,
    files: ['main/api/', 'sim-core/contract/'],
    packages: ['zod'],
    instead: 'The API is types and schemas that the renderer reads too: put the work into main/services.',
  },
  {
    name: 'port-hides-the-system',
    from: /^main\/ports\//,
    files: ['main/api/', 'main/ports/', 'sim-core/contract/'],
    packages: 'any',
    node: true,
    instead:
      'A port is one interface to the system and its implementation: what decides belongs in main/services.',
  },
  {
    name: 'service-imports-ports',
    from: /^main\/services\/(?!render\/)/,
    files: ['main/api/', 'main/ports/', 'main/services/', 'sim-core/'],
    packages: 'any',
    node: true,
    instead: 'Services do not know who calls them: take it as an argument, or reach it through main/ports.',
  },
  {
    // The one place outside the renderer that draws: a chart is the same component on the page and without one.
    name: 'render-draws-charts',
    from: /^main\/services\/render\//,
    files: ['main/services/render/', 'renderer/charts/', 'sim-core/'],
    packages: ['react', 'react-dom'],
    instead:
      'Drawing without a page turns results into text: files and runs belong to main/services and main/cli, parts of the page to renderer.',
  },
  {
    name: 'server-imports-services',
    from: /^main\/server\//,
    files: ['main/api/', 'main/ports/', 'main/services/', 'main/server/', 'sim-core/contract/'],
    packages: 'any',
    node: true,
    instead: 'The server is a door: call main/services through main/api.',
  },
  {
    name: 'cli-imports-services',
    from: /^main\/cli\//,
    files: ['main/api/', 'main/ports/', 'main/services/', 'main/server/', 'main/cli/', 'sim-core/'],
    packages: 'any',
    node: true,
    instead: 'The command line is a door: call main/services.',
  },
  {
    name: 'electron-imports-services',
    from: /^main\/electron\//,
    files: ['main/api/', 'main/ports/', 'main/services/', 'main/electron/', 'sim-core/'],
    packages: 'any',
    node: true,
    instead: 'The desktop is a door: call main/services; what the page shows belongs in renderer.',
  },
  {
    name: 'renderer-imports-api',
    from: /^renderer\//,
    files: ['renderer/', 'main/api/', 'sim-core/'],
    packages: 'any',
    instead:
      'The renderer reaches files, network and wallets through renderer/client, which speaks main/api.',
  },
  {
    name: 'chart-is-pure',
    from: /^renderer\/charts\//,
    files: [
      'renderer/charts/',
      'renderer/ui/number-format.ts',
      'renderer/ui/time-format.ts',
      'sim-core/contract/',
      'sim-core/results/spelling.ts',
    ],
    packages: [...drawing, 'topojson-client'],
    instead: 'A chart is a pure component that also renders without a page: pass data and text in as props.',
  },
  {
    name: 'ui-is-pure',
    from: /^renderer\/ui\/(?!chart-card\/)/,
    files: ['renderer/ui/', 'sim-core/contract/'],
    packages: [...drawing, 'react-aria-components'],
    instead: 'Parts of the interface know no screen, state or client: pass values and handlers in as props.',
  },
  {
    name: 'chart-card-shows-charts',
    from: /^renderer\/ui\/chart-card\//,
    files: ['renderer/ui/', 'renderer/charts/', 'sim-core/contract/'],
    packages: [...drawing, 'react-aria-components'],
    instead: 'The card of a chart knows no screen, state or client: pass values and handlers in as props.',
  },
  {
    name: 'screens-stand-alone',
    from: /^renderer\/screens\/([^/]+)\//,
    files: [
      'renderer/screens/$1/',
      ...['charts', 'ui', 'state', 'sim', 'client'].map((part) => `renderer/${part}/`),
      'main/api/',
      'sim-core/contract/',
    ],
    packages: 'any',
    instead:
      'Screens never import each other: share through renderer/state, ui or charts, and navigate by route.',
  },
  {
    // It judges the preflight: what both took from one place would be wrong in both.
    name: 'standin-shares-nothing',
    from: /^test\/standin\//,
    files: ['test/standin/'],
    packages: 'any',
    node: true,
    instead: 'The stand-in of Snapshot’s servers has every rule of its own: write it anew in test/standin.',
  },
];

/**
 * What only one place may touch.
 * @type {Fence[]}
 */
export const fences = [
  {
    name: 'electron-only-in-main-electron',
    from: /^(sim-core|renderer|main\/(?!electron\/))/,
    modules: ['electron'],
    instead:
      'Importing electron elsewhere breaks the browser and the command line: add a port to main/ports.',
  },
  {
    name: 'services-do-io-through-ports',
    from: /^main\/services\//,
    modules: ['fs', 'fs/promises', 'http', 'http2', 'https', 'net', 'tls', 'dgram', 'child_process'].map(
      (name) => `node:${name}`,
    ),
    instead: 'Tests replace the system at main/ports: read files, call the network, start processes there.',
  },
  {
    name: 'snapshot-stays-out-of-the-page',
    from: /^renderer\//,
    modules: ['@snapshot-labs/snapshot.js'],
    instead: 'Importing @snapshot-labs/snapshot.js needs unsafe-eval: call it in main/services.',
  },
];

/** @type {{ name: string, instead: string }} */
export const circles = {
  name: 'no-circles',
  instead:
    'Files that import each other are one idea: join them, or move what both need to a file of its own.',
};
