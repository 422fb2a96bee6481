import { Client, eventually } from '../../product/client.js';
import { type Cast, day } from './cast.js';
import type { Pen } from './pen.js';

export interface Staff {
  /** Somebody whose every word is a payload, signed in. */
  personId: string;
  client: Client;
  unitId: string;
  importId: string;
  imported: number;
}

/** They part a unit from the one below it. */
const PARTS_UNITS = /[/>›]/;
const PERSON = '... on Person { id employments { id isPrimary } }';
let people = 0;
/** As much of a payload as a mail address can hold. */
const mail = (pen: Pen) => {
  people += 1;
  return pen.shaped(`"onfocus=alert(1)autofocus='${people}"@example${Date.now().toString(36)}.org`, 'onfocus=alert(1)');
};

/** People and units, and everything that is said of them. */
export async function writePeople(pen: Pen, { administrator, manager }: Cast, jobRoleLevelId: string): Promise<Staff> {
  const { client } = administrator;
  const mark = Date.now().toString(36);
  const name = (kind: string) => pen.text(kind, 200, mark);
  const unitName = (kind: string) => pen.text(kind, 200, mark, PARTS_UNITS);
  const unit = await pen.write(client, 'addOrgUnit', { name: unitName('unit') }, '... on OrgUnit { id }');
  await pen.write(client, 'renameOrgUnit', { id: unit.id, name: unitName('unit renamed') });
  const add = () =>
    pen.write(
      client,
      'addPerson',
      {
        input: {
          displayName: name('person name'),
          email: mail(pen),
          personNumber: pen.text('number', 60, String(people)),
          jobTitle: name('job title'),
          orgUnitName: unitName('unit of person'),
          managerId: manager.id,
          roles: [],
          startsOn: day(-30),
        },
      },
      '... on Person { id }',
    );
  const { id } = await add();
  const changed = {
    displayName: name('name changed'),
    email: mail(pen),
    personNumber: pen.text('new number', 60, mark),
  };
  await pen.write(client, 'changePerson', { id, input: changed });
  const { employments } = await pen.write<{ employments: { id: string; isPrimary: boolean }[] }>(
    client,
    'changeEmployment',
    { input: { personId: id, from: day(-10), jobTitle: name('title changed'), orgUnitId: unit.id, jobRoleLevelId } },
    PERSON,
  );
  const first = employments.find(({ isPrimary }) => isPrimary)?.id ?? '';
  await pen.write(client, 'correctEmployment', { id: first, input: { jobTitle: name('title corrected') } });
  await pen.write(client, 'addSecondaryEmployment', {
    input: { personId: id, startsOn: day(0), jobTitle: name('second title'), orgUnitId: unit.id },
  });
  await pen.write(client, 'setActive', { personId: id, active: false, reason: pen.text('shut out', 1_000) });
  await pen.write(client, 'setActive', { personId: id, active: true, reason: pen.text('let in', 1_000) });
  const leaver = await add();
  await pen.write(client, 'recordLeaving', {
    personId: leaver.id,
    lastDay: day(-2),
    reason: pen.text('leaving', 1_000),
  });
  await pen.write(client, 'rehire', {
    input: { personId: leaver.id, startsOn: day(0), jobTitle: name('title again'), orgUnitId: unit.id },
  });
  const staying = await add();
  await pen.write(client, 'recordLeaving', {
    personId: staying.id,
    lastDay: day(5),
    reason: pen.text('leaving', 1_000),
  });
  const { importId, imported } = await importPeople(pen, client);
  return { personId: id, client: await Client.signIn(client.baseUrl, id), unitId: unit.id, importId, imported };
}

/** A table of people whose cells, and one of whose headers, are payloads. */
async function importPeople(pen: Pen, client: Client): Promise<{ importId: string; imported: number }> {
  const mark = Date.now().toString(36);
  const header = pen.text('import header', 100);
  const rows = [0, 1, 2, 3].map((row) => [
    `"import'${row}"onfocus=alert(1)@example${mark}.org`,
    pen.text('imported name', 200),
    pen.text('imported title', 200),
    pen.text('imported unit', 200, '', PARTS_UNITS),
  ]);
  const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;
  const csv = [['email', 'name', header, 'unit'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  const fileId = await client.upload(`"><svg onload=alert(1)>${mark}.csv`, Buffer.from(`${csv}\r\n`), 'import');
  const mapping = [
    { header: 'email', field: 'EMAIL' },
    { header: 'name', field: 'DISPLAY_NAME' },
    { header, field: 'JOB_TITLE' },
    { header: 'unit', field: 'UNIT' },
  ];
  const { id } = await pen.write(
    client,
    'previewPeopleImport',
    { input: { fileId, mapping } },
    '... on PeopleImport { id }',
  );
  const settled = () =>
    eventually(
      () =>
        client.query<{ state: string; problem: string | null; counts: { create: number } }>(
          'query($id: ID!) { peopleImport(id: $id) { state problem counts { create } } }',
          { id },
        ),
      ({ state }) => !['READING', 'APPLYING'].includes(state),
      30_000,
    );
  const { state, problem, counts } = await settled();
  if (state !== 'PREVIEWED') throw new Error(`The import was not read: ${problem}`);
  await pen.write(client, 'applyPeopleImport', { id });
  await settled();
  return { importId: id, imported: counts.create };
}
