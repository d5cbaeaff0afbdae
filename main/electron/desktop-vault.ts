import { safeStorage } from 'electron';
import type { Vault } from '../ports/vault.ts';

/** By the system's own keys: Keychain, DPAPI, or a keyring of Linux. Without one, Linux would only disguise the text: then nothing is kept. */
export const desktopVault: Vault = {
  async seal(text) {
    if (!(await isSafe())) return undefined;
    return (await safeStorage.encryptStringAsync(text)).toString('base64');
  },
  async open(sealed) {
    try {
      if (!(await isSafe())) return undefined;
      return (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result;
    } catch {
      return undefined;
    }
  },
};

async function isSafe(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
