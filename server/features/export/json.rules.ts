import type { Sheet } from './sheet.rules.js';

const AT_ONCE = 500;

/** An object with a member for each sheet: a list of rows, or where there is one row just that. Values are the schema's own. */
export async function* jsonOf(sheets: readonly Sheet[], madeAt: Date): AsyncGenerator<string> {
  yield `{"exportedAt": ${JSON.stringify(madeAt)}`;
  for (const { key, rows, single } of sheets) {
    yield `,\n${JSON.stringify(key)}: ${single ? '' : '['}`;
    let [text, count] = ['', 0];
    for await (const row of rows) {
      text += `${count > 0 ? ',' : ''}${single ? '' : '\n'}${JSON.stringify(row)}`;
      count += 1;
      if (count % AT_ONCE > 0) continue;
      yield text;
      text = '';
    }
    yield `${text}${single ? '' : '\n]'}`;
  }
  yield '}\n';
}
