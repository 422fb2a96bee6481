// `npm run new:feature NAME [THING]`: the folder of a feature that compiles, and what remains to be done by hand.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { giveUp, Problem, root } from './workspace.mjs';

const USAGE =
  'Usage: npm run new:feature NAME [THING]\nNAME is the plural of what it keeps, THING one of them: mentorships mentorship';
const templates = join(root, 'scripts/templates');
const api = join(root, 'apps/api');

try {
  writeFeature(...process.argv.slice(2));
} catch (error) {
  giveUp(error);
}

function writeFeature(feature, thing = feature?.replace(/s$/, '')) {
  const isName = (text) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text ?? '');
  if (!isName(feature) || !isName(thing) || feature === thing) throw new Problem(USAGE);
  const folder = join(api, 'src/features', feature);
  if (existsSync(folder)) throw new Problem(`${relative(root, folder)} is there already.`);

  const number = nextMigration();
  const words = {
    __featureName__: pascal(feature).replace(/^./, (letter) => letter.toLowerCase()),
    __feature__: feature,
    __Feature__: pascal(feature),
    __thing_table__: thing.replaceAll('-', '_'),
    __thing__: thing,
    __Thing__: pascal(thing),
    __stamp__: String(1_700_000_000_000 + Number(number)),
  };
  const fill = (text) =>
    text.replace(/__(featureName|feature|Feature|thing_table|thing|Thing|stamp)__/g, (word) => words[word]);

  const files = readdirSync(join(templates, 'feature')).map((name) => [join('feature', name), join(folder, name)]);
  files.push(['migration.ts.txt', join(api, `src/platform/database/migrations/${number}-${feature}.ts`)]);
  files.push(['journey.e2e-spec.ts.txt', join(api, `test/${feature}.e2e-spec.ts`)]);
  for (const [template, target] of files) {
    const path = fill(target).replace(/\.txt$/, '');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fill(readFileSync(join(templates, template), 'utf8')));
    console.log(`  ${relative(root, path)}`);
  }
  console.log(remaining(words, number));
}

function pascal(name) {
  return name.replace(/(^|-)(.)/g, (_, _dash, letter) => letter.toUpperCase());
}

function nextMigration() {
  const numbers = readdirSync(join(api, 'src/platform/database/migrations')).map(
    (name) => Number.parseInt(name, 10) || 0,
  );
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

function remaining({ __Feature__, __feature__, __stamp__ }, number) {
  return `
What remains, one line each:
  apps/api/src/app.module.ts                      ${__Feature__}Module, at its rank in \`features\`
  apps/api/src/platform/database/migrations.ts    ${__Feature__}${__stamp__} from ./migrations/${number}-${__feature__}.js
  .dependency-cruiser.mjs                         '${__feature__}', at its rank in FEATURES
  packages/access/src/permissions.ts              a permission of its own; the resolver borrows 'directory.read'
Then write the module's three sentences and the real columns, take away what you do not need, and run:
  npm run format && npm run schema && npm test`;
}
