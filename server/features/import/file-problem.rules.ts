import type { Params } from '../../core/words.js';
import './import.words.js';

/** What is wrong with a whole file. Its code has words; nothing of the file is imported. */
export class FileProblem extends Error {
  constructor(
    readonly code: string,
    readonly params: Params = {},
  ) {
    super(code);
  }
}
