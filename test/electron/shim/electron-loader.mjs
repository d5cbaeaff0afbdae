// Module hooks: `electron` becomes what the test has put on the global object, since importing the package without its
// binary downloads one. Each file that imports it gets an instance of its own, so that an app can be booted more than once.
import { usedNames } from './used-names.mjs';

const shim = 'depin-studio-test:electron';

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier !== 'electron') return await next(specifier, context);
  return { url: `${shim}?for=${encodeURIComponent(context.parentURL ?? '')}`, shortCircuit: true };
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!url.startsWith(shim)) return await next(url, context);
  const source = `export const { ${usedNames.join(', ')} } = globalThis[Symbol.for('depin-studio-test.electron')];`;
  return { format: 'module', source, shortCircuit: true };
}
