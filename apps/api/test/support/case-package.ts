import { Readable } from 'node:stream';
import { readCase } from '../../src/features/skills/case-reader.js';
import { formatFile } from '../../src/features/skills/format-files.js';
import type { FrameworkContent } from '../../src/features/skills/framework-content.rules.js';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

const SCHEMAS = join(__dirname, '../../../../../shared/data/frameworks/case/schemas');

/** What the official schema has against a value, in words; empty when nothing, and where there are no official schemas. */
export function faultsBySchema(name: string, value: unknown): string[] {
  if (!existsSync(SCHEMAS)) {
    console.info('The official schemas of CASE are not here: nothing was held against them.');
    return [];
  }
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2019) => void)(ajv);
  const schema = JSON.parse(readFileSync(join(SCHEMAS, `case_v1p1_${name}-jsonschema1.json`), 'utf8')) as object;
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 10).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What a package of CASE says, by the product's own reader. */
export async function packageContent(name: string, bytes: Buffer): Promise<FrameworkContent> {
  const read = await readCase(formatFile('package', name, () => Promise.resolve(Readable.from([bytes]))));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return read.content;
}
