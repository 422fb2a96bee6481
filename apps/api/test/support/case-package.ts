import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

const SCHEMAS = join(__dirname, '../../../../../shared/data/frameworks/case/schemas');

/** What the official schema has against a value, in words; empty when nothing. */
export function faultsBySchema(name: string, value: unknown): string[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2019) => void)(ajv);
  const schema = JSON.parse(readFileSync(join(SCHEMAS, `case_v1p1_${name}-jsonschema1.json`), 'utf8')) as object;
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 10).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
