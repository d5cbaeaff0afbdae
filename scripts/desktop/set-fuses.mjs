// Called by electron-builder when an app is packed, before it is signed: see electron-builder.yml.
import path from 'node:path';
import { flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { fuses } from './fuses.mjs';

/**
 * The file of a packed app that holds its fuses, as `@electron/fuses` wants it.
 * @param {import('electron-builder').AfterPackContext} context
 */
function binaryOf({ appOutDir, packager, electronPlatformName }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${productFilename}.app`);
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${productFilename}.exe`);
  // Only the packager for Linux has it.
  return path.join(appOutDir, String(Reflect.get(packager, 'executableName')));
}

/**
 * Sets the fuses, and reads back that they are set.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function setFuses(context) {
  const binary = binaryOf(context);
  await flipFuses(binary, { ...fuses, resetAdHocDarwinSignature: context.electronPlatformName === 'darwin' });
  const set = await getCurrentFuseWire(binary);
  for (const [fuse, wanted] of Object.entries(fuses)) {
    const state = Reflect.get(set, fuse);
    // States of the wire: the digits one and zero.
    if (typeof wanted === 'boolean' && fuse !== 'strictlyRequireAllFuses' && state !== (wanted ? 49 : 48))
      throw new Error(`Fuse ${fuse} of ${binary} is not ${wanted}: ${state}.`);
  }
}
