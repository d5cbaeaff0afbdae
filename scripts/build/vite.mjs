// Vite with nothing read from outside: every build is configured here and by its caller, in full.
import { build, mergeConfig } from 'vite';

/**
 * Builds in production mode, whatever the environment says, so that the same sources give the same bytes.
 * @param {import('vite').InlineConfig} config
 */
export async function viteBuild(config) {
  /** @type {import('vite').InlineConfig} */
  const shared = {
    configFile: false,
    envDir: false,
    publicDir: false,
    mode: 'production',
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { emptyOutDir: false, reportCompressedSize: false, modulePreload: { polyfill: false } },
  };
  // Vite also asks the environment, where a test runner says `test`: React would be built for development.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await build(mergeConfig(shared, config));
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/**
 * A program for Node: everything bundled but Node's own modules and `external`.
 * @param {object} program
 * @param {string} program.root
 * @param {string} program.out
 * @param {Record<string, string>} program.input entry files by the name of their output
 * @param {string[]} [program.external]
 * @param {'es' | 'cjs'} [program.format]
 * @param {string} [program.extension]
 */
export function buildForNode({ root, out, input, external = [], format = 'es', extension = 'js' }) {
  return viteBuild({
    root,
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: true,
      outDir: out,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: 'chunks/[name]-[hash].js',
          // As in the engine: constants stay `const`, which V8 takes once for a loop.
          topLevelVar: false,
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  });
}
