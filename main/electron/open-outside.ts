import { dialog, shell } from 'electron';

let asking = false;

/**
 * Opens an address of the web in the person's browser, once the person has read where it leads. Any other scheme could start any
 * program of this computer, so it is not even asked about.
 */
export async function openOutside(url: string): Promise<void> {
  if (!isWebAddress(url) || asking) return;
  asking = true;
  try {
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: 'Open this address in your browser?',
      detail: url,
      buttons: ['Open', 'Cancel'],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) await shell.openExternal(url);
  } finally {
    asking = false;
  }
}

function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  return ['http:', 'https:'].includes(new URL(url).protocol);
}
