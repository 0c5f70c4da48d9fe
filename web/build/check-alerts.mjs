/** Refuses alerts whose expressions are not PromQL, as Prometheus' own grammar for editors has it. */
import { readFile } from 'node:fs/promises';
import { parser } from '@prometheus-io/lezer-promql';
import { load } from 'js-yaml';

const file = new URL('../../helm/lethe/files/alerts.yaml', import.meta.url);
const rules = load(await readFile(file, 'utf8')).groups.flatMap((group) => group.rules);
const strict = parser.configure({ strict: true });
let wrong = 0;
for (const { alert, expr } of rules) {
  try {
    strict.parse(expr);
  } catch (error) {
    wrong++;
    console.error(`${alert}: ${error.message}\n  ${expr}`);
  }
}
if (rules.length === 0) {
  console.error('no alerts');
}
process.exitCode = rules.length > 0 && wrong === 0 ? 0 : 1;
