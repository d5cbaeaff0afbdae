// What Electron's binary can be told to never do again, set when the app is packed and before it is signed.
import { FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * Every fuse of this Electron is named: one that a newer Electron adds stops the packing until somebody has decided.
 * @type {import('@electron/fuses').FuseConfig}
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The app is no Node: neither a variable nor a switch makes it run other code. The command line runs in the main process.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Only the archive that was packed and signed is loaded (checked on macOS and Windows), and nothing in its place.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The page has a scheme of its own. With this fuse on, Electron 41 also broke the isolation of pages (electron#50242).
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's own choices: nothing of ours depends on them.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};
