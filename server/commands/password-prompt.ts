import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { UserError } from '../core/errors.js';
import { say } from '../core/words.js';
import { type Owner, passwordMistakes } from '../features/session/password.rules.js';
import { terminalLocale, UsageError } from './command.js';

/** Where somebody types, and where they read; both are the process's own but in tests. */
export interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream;
}

const words = {
  fr: { once: 'Mot de passe (rien ne s’affiche) : ', again: 'Encore une fois : ', differ: 'Ce n’est pas le même. Recommencez.' },
  en: { once: 'Password (nothing is shown): ', again: 'Once more: ', differ: 'That is not the same. Start again.' },
};

const mistakeIn = (password: string, owner: Owner): string | undefined => {
  const [mistake]: UserError[] = passwordMistakes(password, owner);
  return mistake && say(mistake.code, terminalLocale(), mistake.params);
};

/**
 * The password of a new account, by everybody's rules: from the environment, else from a terminal, where it is asked for twice and
 * never shown, else the first line of standard input.
 */
export async function askNewPassword(owner: Owner, given: string | undefined, { input, output }: Terminal): Promise<string> {
  if (given === undefined && input.isTTY) return askTwice(owner, { input, output });
  const password = given ?? (await firstLine(input));
  const mistake = mistakeIn(password, owner);
  if (mistake) throw new UsageError(mistake);
  return password;
}

async function askTwice(owner: Owner, { input, output }: Terminal): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // A terminal of its own keeps the keys from being shown as they are typed, and lets them be corrected.
  const reader = createInterface({ input, output: nowhere, terminal: true });
  const stop = new AbortController();
  reader.once('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
  reader.once('close', () => stop.abort());
  const ask = async (question: string): Promise<string> => {
    const answer = reader.question('', { signal: stop.signal }).catch(() => {
      throw new UsageError('Stopped.');
    });
    output.write(question);
    await answer;
    output.write('\n');
    return answer;
  };
  try {
    const { once, again, differ } = words[terminalLocale()];
    for (;;) {
      const password = await ask(once);
      const wrong = mistakeIn(password, owner) ?? ((await ask(again)) === password ? undefined : differ);
      if (!wrong) return password;
      output.write(`${wrong}\n`);
    }
  } finally {
    reader.close();
  }
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of input) text += chunk;
  return text.split(/\r?\n/, 1)[0];
}
