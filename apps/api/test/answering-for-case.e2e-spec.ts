import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameworkContent } from '../src/features/skills/framework-content.rules.js';
import { FrameworkWriter } from '../src/features/skills/framework-writer.service.js';
import { readUkGddFramework } from '../src/features/skills/uk-gdd.rules.js';
import { OrganisationService } from '../src/features/people/organisation.service.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { faultsBySchema, packageContent } from './support/case-package.js';
import { addPeople } from './support/programme.js';

const OWN = join(__dirname, '../src/features/skills/fixtures');
const PATH = '/ims/case/v1p1';
const WHEN = '2026-01-05T08:00:00+00:00';
const [GROUP, SKILL, DOCUMENT, SUBJECT, RUBRIC, GROUPING, EDGE] = Array.from(
  { length: 7 },
  (_, at) => `${String(at + 1).repeat(8)}-1111-4111-8111-111111111111`,
) as [string, string, string, string, string, string, string];

interface Object_ {
  identifier: string;
  [property: string]: unknown;
}
interface Package {
  CFDocument: Object_;
  CFItems: Object_[];
  CFAssociations: Object_[];
  CFDefinitions: Record<string, Object_[]>;
}

/** A package of a publisher who defines subjects, groupings and rubrics. */
function published(): Promise<FrameworkContent> {
  const base = 'https://guild.example/ims/case/v1p1';
  const thing = (list: string, identifier: string, title: string) => ({
    identifier,
    title,
    uri: `${base}/${list}/${identifier}`,
  });
  const item = (identifier: string, fullStatement: string) => ({
    identifier,
    fullStatement,
    uri: `${base}/CFItems/${identifier}`,
    lastChangeDateTime: WHEN,
  });
  return packageContent(
    'guild.json',
    Buffer.from(
      JSON.stringify({
        CFDocument: { ...thing('CFDocuments', DOCUMENT, 'Guild'), creator: 'Guild', lastChangeDateTime: WHEN },
        CFItems: [item(GROUP, 'Bread'), item(SKILL, 'Kneading')],
        CFAssociations: [
          {
            ...thing('CFAssociations', EDGE, 'x'),
            associationType: 'isChildOf',
            originNodeURI: thing('CFItems', SKILL, 'Kneading'),
            destinationNodeURI: thing('CFItems', GROUP, 'Bread'),
            lastChangeDateTime: WHEN,
          },
        ].map(({ title: _title, ...association }) => association),
        CFDefinitions: {
          CFSubjects: [
            { ...thing('CFSubjects', SUBJECT, 'Baking'), hierarchyCode: '1', lastChangeDateTime: WHEN },
            { ...thing('CFSubjects', EDGE, 'Rye'), hierarchyCode: '1.1', lastChangeDateTime: WHEN },
          ],
          CFAssociationGroupings: [
            { ...thing('CFAssociationGroupings', GROUPING, 'Crafts'), lastChangeDateTime: WHEN },
          ],
        },
        CFRubrics: [{ ...thing('CFRubrics', RUBRIC, 'Loaf'), lastChangeDateTime: WHEN }],
      }),
    ),
  );
}

describe('answering for CASE', () => {
  let api: TestApi;
  let employee: TestClient;
  let admin: TestClient;
  let designer: TestClient;
  const frameworks: Record<'bakery' | 'guild' | 'secret' | 'draft', string> = {
    bakery: '',
    guild: '',
    secret: '',
    draft: '',
  };

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem((system) =>
      api.app.get(OrganisationService).found(system, { organisationName: 'Mill Lane', firstAdministrator: null }),
    );
    const people = await addPeople(api, { emil: [], ada: ['ADMINISTRATOR'], dara: ['HR_DESIGNER'] });
    [employee, admin, designer] = await Promise.all([api.as(people.emil), api.as(people.ada), api.as(people.dara)]);
    const file = (name: string) => ({ name, bytes: readFileSync(join(OWN, name)) });
    const uk = readUkGddFramework(file('skills.csv'), file('roles.csv'));
    if ('problems' in uk) throw new Error('The fixture changed.');
    const bakery = { ...uk.framework, edges: [] };
    for (const [name, content, restricted] of [
      ['bakery', bakery, false],
      ['guild', await published(), false],
      ['secret', bakery, true],
      ['draft', bakery, false],
    ] as const) {
      const about = {
        title: name,
        publisher: 'Us',
        version: '1',
        licence: 'CC0',
        attribution: 'Ours',
        sourceUrl: null,
        restricted,
      };
      const { id } = await api.asSystem((system) => api.app.get(FrameworkWriter).draft(system, about, content));
      frameworks[name] = id;
      if (name !== 'draft')
        await api.sql(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [id]);
    }
  });
  afterAll(() => api.close());

  const get = async <T = Object_>(path: string, as: TestClient = employee) => {
    const answer = await as.fetch(`${PATH}/${path}`);
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as T };
  };
  const valid = (schema: string, body: unknown) => {
    expect(faultsBySchema(schema, body)).toEqual([]);
  };
  const refusal = (body: unknown) =>
    (body as { imsx_codeMinor: { imsx_codeMinorField: { imsx_codeMinorFieldValue: string }[] } }).imsx_codeMinor
      .imsx_codeMinorField[0]?.imsx_codeMinorFieldValue;

  const wholePackage = async (id: string) => (await get<Package>(`CFPackages/${id}`)).body;

  it('gives the documents that are published, page by page', async () => {
    const { body, headers, status } = await get<{ CFDocuments: Object_[] }>(
      'CFDocuments?sort=title&orderBy=desc&limit=2',
    );
    expect(status).toBe(200);
    expect(body.CFDocuments.map(({ title }) => title)).toEqual(['secret', 'guild']);
    expect(headers.get('x-total-count')).toBe('3');
    expect(headers.get('link')).toContain('offset=2>; rel="next"');
    valid('cfdocumentset', body);
    const rest = await get<{ CFDocuments: Object_[] }>('CFDocuments?sort=title&orderBy=desc&limit=2&offset=2');
    expect(rest.body.CFDocuments.map(({ title }) => title)).toEqual(['bakery']);
    expect(rest.headers.get('link')).toContain('offset=0>; rel="prev"');
  });

  it('filters documents and gives the fields that are asked for', async () => {
    const { body } = await get(
      `CFDocuments?filter=${encodeURIComponent(`title~'BAK' OR title='guild'`)}&fields=title,identifier`,
    );
    expect(body.CFDocuments).toEqual(expect.arrayContaining([{ title: 'guild', identifier: DOCUMENT }]));
    expect(body.CFDocuments).toHaveLength(2);
  });

  it.each([
    ['CFDocuments?sort=colour', 400, 'invalid_sort_field'],
    ['CFDocuments?orderBy=up', 400, 'invalid_sort_field'],
    ['CFDocuments?fields=colour', 400, 'invalid_selection_field'],
    ['CFDocuments?filter=colour', 400, 'invalid_selection_field'],
    ['CFDocuments?limit=0', 400, 'invalid_selection_field'],
    ['CFDocuments?offset=-1', 400, 'invalid_selection_field'],
    ['CFDocuments?page=2', 400, 'invalid_selection_field'],
    ['CFItems/nothing', 404, 'invalid_uuid'],
    [`CFItems/${DOCUMENT}`, 404, 'unknownobject'],
    [`CFPackages/${SKILL}`, 404, 'unknownobject'],
    [`CFConcepts/${SKILL}`, 404, 'unknownobject'],
  ])('answers %s by %s %s', async (path, status, fault) => {
    const answer = await get(path);
    expect([answer.status, refusal(answer.body)]).toEqual([status, fault]);
    valid('imsx_statusinfo', answer.body);
  });

  it('gives every item and every association of a package by its identifier', async () => {
    const { body: documents } = await get<{ CFDocuments: Object_[] }>(
      `CFDocuments?filter=${encodeURIComponent("title='bakery'")}`,
    );
    const all = await wholePackage(documents.CFDocuments[0]?.identifier ?? '');
    valid('cfpackage', all);
    const once = <T extends Object_>(list: T[], key: (it: T) => unknown) => [
      ...new Map(list.map((it) => [key(it), it])).values(),
    ];
    for (const item of once(all.CFItems, (it) => it.CFItemType)) {
      const { body } = await get(`CFItems/${item.identifier}`);
      expect(body).toEqual({ ...item, CFDocumentURI: expect.objectContaining({ title: 'bakery' }) as unknown });
      valid('cfitem', body);
      const around = await get<{ CFItem: Object_; CFAssociations: Object_[] }>(`CFItemAssociations/${item.identifier}`);
      const touching = all.CFAssociations.filter(({ originNodeURI, destinationNodeURI }) =>
        [originNodeURI, destinationNodeURI].some((end) => (end as Object_).identifier === item.identifier),
      );
      expect(around.body.CFAssociations.map(({ identifier }) => identifier).sort()).toEqual(
        touching.map(({ identifier }) => identifier).sort(),
      );
      valid('cfassociationset', around.body);
    }
    const kinds = once(all.CFAssociations, (it) =>
      JSON.stringify([
        it.associationType,
        (it.extensions as { assay?: object } | undefined)?.assay,
        String(it.uri).length,
      ]),
    );
    for (const association of kinds) {
      const { body } = await get(`CFAssociations/${association.identifier}`);
      expect(body).toMatchObject(association);
      valid('cfassociation', body);
    }
    for (const [list, schema] of [
      ['CFConcepts', 'cfconceptset'],
      ['CFItemTypes', 'cfitemtypeset'],
    ] as const) {
      const [first] = all.CFDefinitions[list] ?? [];
      const { body } = await get<Record<string, Object_[]>>(`${list}/${first?.identifier}`);
      expect(body[list]?.[0]).toEqual(first);
      valid(schema, body);
    }
    const [licence] = all.CFDefinitions.CFLicenses ?? [];
    const { body } = await get(`CFLicenses/${licence?.identifier}`);
    expect(body).toEqual(licence);
    valid('cflicense', body);
  });

  it('gives what a publisher defined, with what stands below it', async () => {
    const item = await get(`CFItems/${SKILL}`);
    expect(item.body).toMatchObject({
      fullStatement: 'Kneading',
      uri: `https://guild.example/ims/case/v1p1/CFItems/${SKILL}`,
    });
    expect((await get(`CFAssociations/${EDGE}`)).body).toMatchObject({ associationType: 'isChildOf' });
    const subjects = await get<{ CFSubjects: Object_[] }>(`CFSubjects/${SUBJECT}`);
    expect(subjects.body.CFSubjects.map(({ title }) => title)).toEqual(['Baking', 'Rye']);
    valid('cfsubjectset', subjects.body);
    expect((await get(`CFAssociationGroupings/${GROUPING}`)).body).toMatchObject({ title: 'Crafts' });
    expect((await get(`CFRubrics/${RUBRIC}`)).body).toMatchObject({ title: 'Loaf' });
    const document = await get(`CFDocuments/${DOCUMENT}`);
    expect(document.body).toMatchObject({ title: 'guild', CFPackageURI: { identifier: DOCUMENT } });
    valid('cfdocument', document.body);
  });

  it('does not give drafts, not even to who writes them', async () => {
    expect((await get(`CFPackages/${frameworks.draft}`, designer)).status).toBe(404);
    expect((await get<Package>(`CFPackages/${frameworks.bakery}`, designer)).status).toBe(200);
  });

  it('is closed to strangers until an administrator opens it, and restricted frameworks stay closed', async () => {
    const closed = await get('CFDocuments', api.stranger);
    expect([closed.status, refusal(closed.body)]).toEqual([401, 'unauthorised_request']);
    expect((await get(`CFItems/${SKILL}`, api.stranger)).status).toBe(401);

    const OPEN = 'mutation($open: Boolean!) { openFrameworks(open: $open) { __typename } }';
    expect((await designer.ask(OPEN, { open: true })).errors).toBeDefined();
    expect(await admin.query(OPEN, { open: true })).toEqual({ openFrameworks: { __typename: 'Organisation' } });
    expect(await employee.query('{ frameworksOpen }')).toEqual({ frameworksOpen: true });
    const { body } = await get<{ CFDocuments: Object_[] }>('CFDocuments?sort=title', api.stranger);
    expect(body.CFDocuments.map(({ title }) => title)).toEqual(['bakery', 'guild']);
    expect((await get(`CFItems/${SKILL}`, api.stranger)).status).toBe(200);
    expect((await get(`CFPackages/${frameworks.secret}`, api.stranger)).status).toBe(404);
    expect((await get<Package>(`CFPackages/${frameworks.secret}`)).status).toBe(200);

    await admin.query(OPEN, { open: false });
    expect((await get('CFDocuments', api.stranger)).status).toBe(401);
  });

  it('lets nobody but administrators open it, whatever the code says', async () => {
    const client = api.sql(`SET LOCAL ROLE app_api; SELECT app_open_frameworks(true)`);
    await expect(client).rejects.toThrow('only administrators');
  });
});
