import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name] = process.argv.slice(2);

/** `npm run migration -- NAME`: an empty migration to write SQL into. It runs at the next start. */
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Usage: npm run migration -- NAME (kebab case, such as customer-language)\n');
  process.exitCode = 2;
} else {
  const stamp = Date.now();
  const className = name.replace(/(^|-)([a-z0-9])/g, (_all, _dash, letter: string) => letter.toUpperCase());
  const file = join('server/migrations', `${stamp}-${name}.ts`);
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className}${stamp} implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(\`\`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(\`\`);
  }
}
`,
    { flag: 'wx' },
  );
  process.stdout.write(`${file}\n`);
}
