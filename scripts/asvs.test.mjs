// The answers to OWASP ASVS name every requirement of level 1, and tests that exist.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { root } from './workspace.mjs';

const answers = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| V'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id, asked, answer, shownBy]) => ({ id, asked, answer, shownBy }));

test('every answer says something, once, and names tests that exist or none', () => {
  assert.equal(new Set(answers.map(({ id }) => id)).size, 70);
  for (const { id, asked, answer, shownBy } of answers) {
    assert.ok(asked && answer && shownBy, `${id} is not answered`);
    for (const [, path] of shownBy.matchAll(/`([^`]+)`/g)) {
      const file = path.includes('/') ? path : join('apps/api/test', path);
      assert.ok(existsSync(join(root, file)), `${id} names ${file}, which does not exist`);
    }
  }
});

test('no requirement of level 1 is left out', (t) => {
  const list = join(root, '../shared/data/security/asvs-5.0.0-en.csv');
  if (!existsSync(list)) return t.skip(`the list of requirements is not at ${list}`);
  const asked = [...readFileSync(list, 'utf8').matchAll(/^V\d+,.*?,(V\d+\.\d+\.\d+),.*,1\r?$/gm)].map(([, id]) => id);
  assert.equal(asked.length, 70);
  assert.deepEqual(
    asked.filter((id) => !answers.some((answer) => answer.id === id)),
    [],
  );
});
