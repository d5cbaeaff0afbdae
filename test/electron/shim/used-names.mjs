/** What the app imports from `electron`, all of which the shim has. */
export const usedNames = /** @type {const} */ ([
  'app',
  'BrowserWindow',
  'dialog',
  'ipcMain',
  'Menu',
  'Notification',
  'powerSaveBlocker',
  'protocol',
  'safeStorage',
  'screen',
  'session',
  'shell',
]);
