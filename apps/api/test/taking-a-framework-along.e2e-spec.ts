import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCasePackage } from '../src/features/skills/case-package.rules.js';
import type { FrameworkContent } from '../src/features/skills/framework-content.rules.js';
import { FrameworkWriter } from '../src/features/skills/framework-writer.service.js';
import { readOnet } from '../src/features/skills/onet.rules.js';
import { readUkGddFramework } from '../src/features/skills/uk-gdd.rules.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { faultsBySchema } from './support/case-package.js';
import { addPeople } from './support/programme.js';

const OFFICIAL = join(__dirname, '../../../../shared/data/frameworks');
const OWN = join(__dirname, '../src/features/skills/fixtures');
const official = existsSync(OFFICIAL);

interface House {
  api: TestApi;
  designer: TestClient;
}

async function house(): Promise<House> {
  const api = await startApi();
  const { designer } = await addPeople(api, { designer: ['HR_DESIGNER'] });
  return { api, designer: await api.as(designer) };
}

const file = (path: string) => {
  const bytes = readFileSync(path);
  return { name: path.split('/').at(-1) ?? '', bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes };
};

function content(read: { content: FrameworkContent } | { framework: FrameworkContent } | { problems: unknown[] }) {
  if ('problems' in read) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return 'content' in read ? read.content : read.framework;
}

interface Package {
  CFDocument: Record<string, unknown>;
  CFItems: Record<string, unknown>[];
  CFAssociations: Record<string, unknown>[];
  CFDefinitions?: object;
  CFRubrics?: unknown[];
}

describe('taking a framework along', () => {
  let here: House;
  let there: House;

  beforeAll(async () => {
    [here, there] = await Promise.all([house(), house()]);
  });
  afterAll(() => Promise.all([here.api.close(), there.api.close()]));

  /** Writes a version and publishes it. */
  const bring = async ({ api }: House, title: string, it: FrameworkContent): Promise<string> => {
    const about = {
      title,
      publisher: 'Guild',
      version: '1',
      licence: 'CC BY 4.0',
      attribution: 'By us.',
      sourceUrl: null,
    };
    const { id } = await api.asSystem((system) => api.app.get(FrameworkWriter).draft(system, about, it));
    await api.sql(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [id]);
    return id;
  };

  const asCase = async ({ designer }: House, id: string): Promise<Package> => {
    const answer = await designer.fetch(`/frameworks/${id}/case.json`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Package;
  };

  const readBack = (it: Package) =>
    content(readCasePackage({ name: 'export.json', bytes: Buffer.from(JSON.stringify(it)) }));

  /** Out, into an empty installation, and out again. */
  const thereAndBack = async (title: string, it: FrameworkContent) => {
    const first = await asCase(here, await bring(here, title, it));
    expect(faultsBySchema('cfpackage', first)).toEqual([]);
    const again = await asCase(there, await bring(there, title, readBack(first)));
    expect(again).toEqual(first);
    return first;
  };

  it('as CASE: a small framework of our own with job roles comes back as it went', async () => {
    const uk = content(readUkGddFramework(file(join(OWN, 'skills.csv')), file(join(OWN, 'roles.csv'))));
    const [bread, oven] = uk.skills;
    const [apprentice] = uk.families[0]?.roles[0]?.levels ?? [];
    const seller = uk.families[1]?.roles[0]?.levels[0];
    if (!bread || !oven || !apprentice || !seller) throw new Error('The fixture changed.');
    const it: FrameworkContent = {
      ...uk,
      skills: [
        {
          ...bread,
          kind: 'KNOWLEDGE',
          category: 'TECHNICAL',
          synonyms: ['baking', 'loaves'],
          coding: 'B.1',
          notes: 'N',
          uri: 'https://bread.example/1',
          source: { from: 'a book' },
        },
        ...uk.skills.slice(1),
      ],
      relations: [
        { type: 'isChildOf', origin: oven.id, target: bread.id, source: { since: 1999 } },
        { type: 'exactMatchOf', origin: bread.id, targetUri: 'https://elsewhere.example/bread', targetTitle: 'Bread' },
      ],
      edges: [{ from: apprentice.id, to: seller.id, kind: 'BRANCH', note: 'Some change sides.', source: { by: 'us' } }],
      about: { description: 'About baking.', language: 'en', source: { edition: 3 } },
    };
    const out = await thereAndBack('Bakery', it);
    const back = readBack(out);
    expect(back.levels).toEqual(it.levels);
    expect(back.families).toEqual(
      it.families.map((family) => ({
        ...family,
        roles: family.roles.map((role) => ({
          alternativeTitles: [],
          uri: null,
          source: {},
          ...role,
          levels: role.levels.map((level) => ({
            ...level,
            skills: level.skills.map((asked) => ({ importance: 2, mustHave: false, source: {}, ...asked })),
          })),
        })),
      })),
    );
    expect(back.skills[0]).toEqual(it.skills[0]);
    expect(back.edges).toEqual(it.edges);
    expect(back.relations).toEqual(it.relations?.map((relation, position) => ({ source: {}, ...relation, position })));
  });
});
