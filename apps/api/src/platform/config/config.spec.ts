import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'assay-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const started = () => new Config({ DATABASE_URL: 'postgres://localhost/none', DATA_DIR: folder }).sessionSecret;

test('the secret of sessions is made once, and nothing else is left beside it', () => {
  const secret = started();
  expect(secret).toHaveLength(64);
  expect(started()).toBe(secret);
  expect(readdirSync(folder)).toEqual(['session-secret']);
});

test.each(['', 'half-of-one'])('a file that holds no whole secret (%p) is not taken for one', (half) => {
  writeFileSync(join(folder, 'session-secret'), half);
  const secret = started();
  expect(secret).toHaveLength(64);
  expect(readFileSync(join(folder, 'session-secret'), 'utf8')).toBe(secret);
});
