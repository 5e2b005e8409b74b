/** Asks for a line in the terminal; a secret is not shown while it is typed. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Null when the input ends without an answer. */
export function ask(question: string, hidden: boolean): Promise<string | null> {
  return new Promise((resolve) => {
    let mute = false;
    const output = new Writable({ write: (text, _, done) => { if (!mute) process.stderr.write(text); done(); } });
    const lines = createInterface({ input: process.stdin, output, terminal: true });
    lines.on('close', () => resolve(null));
    lines.question(question, (answer) => {
      if (hidden) process.stderr.write('\n');
      resolve(answer);
      lines.close();
    });
    mute = hidden;
  });
}
