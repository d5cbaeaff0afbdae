// Module hooks: `electron` becomes what the test has put on the global object, since importing the package without its
// binary downloads one.
const shim = 'depin-studio-test:electron';

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  return specifier === 'electron' ? { url: shim, shortCircuit: true } : await next(specifier, context);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (url !== shim) return await next(url, context);
  const names = ['app', 'BrowserWindow', 'dialog', 'ipcMain', 'protocol', 'session', 'shell'];
  const source = `export const { ${names.join(', ')} } = globalThis[Symbol.for('depin-studio-test.electron')];`;
  return { format: 'module', source, shortCircuit: true };
}
