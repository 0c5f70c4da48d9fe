/** Refuses an AsyncAPI document that the official parser finds errors in. */
import { readFile } from 'node:fs/promises';
import { Parser } from '@asyncapi/parser';

const file = new URL('../../docs/api/asyncapi.yaml', import.meta.url);
const { diagnostics } = await new Parser().parse(await readFile(file, 'utf8'));
const errors = diagnostics.filter(({ severity }) => severity === 0);
for (const { path, message } of errors) {
  console.error(`${path.join('.')}: ${message}`);
}
process.exitCode = errors.length === 0 ? 0 : 1;
