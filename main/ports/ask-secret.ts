import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { StudioError } from '../../sim-core/contract/errors.ts';

/**
 * Asks for a password on the terminal without showing it; where standard input is no terminal, its first line is taken. It is kept
 * nowhere. Throws `password.none`.
 */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  const shown = stdin.isTTY === true;
  if (shown) stderr.write(`${question}: `);
  // What is typed would be written back by readline: this output swallows it.
  const mute = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: mute, terminal: shown });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => reject(none()));
      lines.once('SIGINT', () => reject(none()));
    });
  } finally {
    lines.close();
    if (shown) stderr.write('\n');
  }
}

const none = (): StudioError =>
  new StudioError({
    code: 'password.none',
    message: 'No password was given.',
    hint: 'Type it when asked, or send it as the first line of standard input. Nothing was signed.',
  });
