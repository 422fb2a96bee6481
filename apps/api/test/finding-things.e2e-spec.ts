import { SearchEntries } from '../src/features/search/search-entries.service.js';
import { FrameworkPublished } from '../src/features/skills/skills.events.js';
import { newId } from '../src/platform/database/id.js';
import { record } from '../src/platform/events/event.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople } from './support/programme.js';

const SUGGEST = `query($words: String!) { searchSuggestions(words: $words) { kind id title context code alsoCalled nearly } }`;
const HITS = `query($words: String!, $kind: SearchKind, $sourceId: ID, $first: Int, $after: String) {
  searchHits(words: $words, kind: $kind, sourceId: $sourceId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { kind id title nearly } } } }`;
const FACETS = `query($words: String!) { searchFacets(words: $words) { kind source sourceId count } }`;

interface Hit {
  kind: string;
  id: string;
  title: string;
  context: string;
  code: string | null;
  alsoCalled: string | null;
  nearly: boolean;
}
interface Page {
  searchHits: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: Hit }[];
  };
}

type Wording = [code: string, name: string, synonyms: string[]];

describe('finding things', () => {
  let api: TestApi;
  let ada: TestClient;
  let framework: string;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    ada = await api.as((await addPeople(api, { ada: [] })).ada);
    framework = await publish('Our skills', null, [
      ['b-1', 'Pipe welding', []],
      ['w-1', 'Welding inspection', ['weld testing', 'non-destructive testing']],
      ['c-1', 'C++ programming', []],
      ['c-2', 'C# programming', []],
      ['e-1', 'Élagage', ['tree pruning']],
      ['s-1', 'Сварка', []],
      ...Array.from({ length: 30 }, (_, n): Wording => [`p-${n}`, `Painting part ${n}`, []]),
    ]);
    await eventually(
      () => titles('welding'),
      (found) => found.length > 0,
    );
  });
  afterAll(() => api.close());

  /** A framework with these skills, as publishing leaves it, and the event of it. */
  async function publish(title: string, superseded: string | null, wordings: Wording[]): Promise<string> {
    const [scale, id, series] = [newId(), newId(), newId()];
    await api.sql(`INSERT INTO proficiency_scale (id, name) VALUES ($1, 'Levels')`, [scale]);
    await api.sql(
      `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
       VALUES ($1, $2, $3, 'Us', '1', 'DRAFT', 'CC0-1.0', 'Ours', $4, now())`,
      [id, series, title, scale],
    );
    for (const [code, name, synonyms] of wordings) {
      const skill = newId();
      await api.sql('INSERT INTO skill (id, series_id, code) VALUES ($1, $2, $3)', [skill, series, code]);
      await api.sql(
        `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position, synonyms)
         VALUES ($1, $2, $3, $4, '[null]', 1, $5)`,
        [newId(), skill, id, name, synonyms],
      );
    }
    if (superseded) await api.sql(`UPDATE skill_framework SET state = 'SUPERSEDED' WHERE id = $1`, [superseded]);
    await api.sql(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [id]);
    await api.asSystem((system) => record(system, new FrameworkPublished(id, superseded)));
    return id;
  }
  const suggest = async (words: string) =>
    (await ada.query<{ searchSuggestions: Hit[] }>(SUGGEST, { words })).searchSuggestions;
  const titles = async (words: string) => (await suggest(words)).map(({ title }) => title);

  it('finds by the beginning of any word, the better name first', async () => {
    expect(await titles('weld')).toEqual(['Welding inspection', 'Pipe welding']);
    expect(await titles('insp weld')).toEqual(['Welding inspection']);
  });

  it('finds by another name, and says by which', async () => {
    expect(await suggest('non-destructive')).toEqual([
      expect.objectContaining({ title: 'Welding inspection', alsoCalled: 'non-destructive testing', nearly: false }),
    ]);
  });

  it('puts first what has the code', async () => expect((await titles('w-1'))[0]).toBe('Welding inspection'));

  it('finds what is misspelt, and says that it only comes near', async () => {
    const found = await suggest('wellding inspektion');
    expect(found[0]).toMatchObject({ title: 'Welding inspection', nearly: true });
    expect(await suggest('zzzzqqq')).toEqual([]);
  });

  it('does not mind accents, capitals and other scripts, and keeps C++ and C# apart', async () => {
    expect(await titles('ELAGAGE')).toEqual(['Élagage']);
    expect(await titles('сварка')).toEqual(['Сварка']);
    expect(await titles('c++')).toEqual(['C++ programming']);
    expect(await titles('C#')).toEqual(['C# programming']);
  });

  it('takes signs that mean something to the database as what they are', async () => {
    for (const words of ['%', '_', '\\', "'", '   ', '%%%%', '"; DROP TABLE']) expect(await titles(words)).toEqual([]);
  });

  it('pages through everything once, and counts it', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { searchHits: page }: Page = await ada.query<Page>(HITS, { words: 'painting', first: 7, after });
      expect(page.totalCount).toBe(30);
      seen.push(...page.edges.map(({ node }) => node.title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
  });

  it('divides the hits by kind and source, and shows only the chosen', async () => {
    const { searchFacets } = await ada.query<{ searchFacets: { kind: string; count: number; source: string }[] }>(
      FACETS,
      {
        words: 'painting',
      },
    );
    expect(searchFacets).toEqual([{ kind: 'SKILL', count: 30, source: 'Our skills', sourceId: framework }]);
    const { searchHits } = await ada.query<Page>(HITS, { words: 'painting', kind: 'COURSE' });
    expect(searchHits.totalCount).toBe(0);
  });

  it('finds courses by what they are about, and no retired ones', async () => {
    const add = (code: string, title: string, state: string) =>
      api.sql(
        `INSERT INTO course (id, code, title, state, description, area, topics, duration, support, prerequisites, start_dates, created_at, saved_at)
         VALUES ($1, $2, $3, $4, '', '', '{seam tracking}', '', '', '', '{}', now(), now())`,
        [newId(), code, title, state],
      );
    await add('r-1', 'Robots at work', 'ACTIVE');
    await add('r-2', 'Robots of old', 'RETIRED');
    await api.asSystem((system) => api.app.get(SearchEntries).catchUp(system));
    expect(await suggest('seam track')).toEqual([expect.objectContaining({ kind: 'COURSE', title: 'Robots at work' })]);
  });

  it('forgets what a newer version takes the place of', async () => {
    await publish('Other skills', framework, [['x-1', 'Pipe brazing', []]]);
    await eventually(
      () => titles('brazing'),
      (found) => found.length > 0,
    );
    expect(await titles('painting')).toEqual([]);
  });
});
