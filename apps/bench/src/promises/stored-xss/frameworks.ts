import { importSettled } from '../../chain/programme.js';
import type { Client } from '../../product/client.js';
import { type Cast, day } from './cast.js';
import { type JobRoles, writeJobRoles } from './job-roles.js';
import type { Pen } from './pen.js';

const SKILL = '... on Skill { id edit }';
const SCALE = '... on SkillFramework { id scale { id levels { ordinal } } }';
const ADDRESS = 'https://example.org/"><svg/onload=alert(1)>';
const PART = '"><svg/onload=alert(1)>';

export interface Frameworks {
  /** Begun here, and published. */
  ownId: string;
  /** Its next version, under work. */
  draftId: string;
  /** One that came in as tables, and the import that brought it. */
  tablesId: string;
  importId: string;
  skillId: string;
  jobRoles: JobRoles;
}

/** A framework begun here whose every word is a payload, its next version, and one that came in as tables. */
export async function writeFrameworks(pen: Pen, { designer }: Cast): Promise<Frameworks> {
  const { client } = designer;
  const own = await pen.write<{ id: string; scale: { levels: { ordinal: number }[] } }>(
    client,
    'createFramework',
    {
      input: {
        title: pen.text('own title', 200, Date.now().toString(36)),
        version: pen.text('own version', 60),
        description: pen.text('own description', 5_000),
        levels: ['first', 'second'].map((which) => ({
          label: pen.text('own level', 60, which),
          description: pen.text('own level meaning', 500),
        })),
      },
    },
    SCALE,
  );
  await sayOfIt(pen, client, own.id);
  const skills = await writeSkills(pen, client, own.id);
  const jobRoles = await writeJobRoles(pen, client, own.id, skills);
  await pen.write(client, 'publishFramework', { id: own.id });
  const draft = await pen.write(
    client,
    'startFrameworkVersion',
    { frameworkId: own.id },
    '... on SkillFramework { id }',
  );
  await writeSkills(pen, client, draft.id);
  const { importId, tablesId } = await importTables(pen, client);
  await nameLevels(pen, client);
  return { ownId: own.id, draftId: draft.id, tablesId, importId, skillId: skills[0] ?? '', jobRoles };
}

async function sayOfIt(pen: Pen, client: Client, id: string): Promise<void> {
  await pen.write(client, 'saveFrameworkDraft', {
    id,
    expectedRevision: 1,
    input: {
      title: pen.text('draft title', 300, Date.now().toString(36)),
      publisher: pen.text('draft publisher', 300),
      version: pen.text('draft version', 300),
      description: pen.text('draft description', 5_000),
      licence: pen.text('draft licence', 500),
      attribution: pen.text('draft attribution', 2_000),
      licenceUrl: pen.shaped(ADDRESS, PART),
      sourceUrl: pen.shaped(ADDRESS, PART),
    },
  });
}

/** Two skills with everything that can be said of them, and what ties the first to the world. */
async function writeSkills(pen: Pen, client: Client, frameworkId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const kind of ['skill', 'other skill']) {
    const added = await pen.write<{ id: string; edit: number }>(
      client,
      'addSkillToDraft',
      { frameworkId, input: { name: pen.text(`${kind} name`, 300) } },
      SKILL,
    );
    await pen.write(client, 'saveSkillDraft', {
      frameworkId,
      skillId: added.id,
      expectedEdit: added.edit,
      input: {
        name: pen.text(`${kind} renamed`, 300),
        description: pen.text('skill description', 5_000),
        coding: pen.text('skill coding', 200),
        notes: pen.text('skill notes', 5_000),
        synonyms: [pen.text('synonym', 300), pen.text('synonym', 300)],
        descriptors: [[pen.text('descriptor', 2_000)], [pen.text('descriptor', 2_000)]],
      },
    });
    ids.push(added.id);
  }
  const tie = (targetUri: string) => ({
    type: 'exactMatchOf',
    originSkillId: ids[0],
    targetUri,
    targetTitle: pen.text('relation title', 500),
  });
  for (const address of [pen.shaped(`javascript:alert(1)//`, 'javascript:alert(1)'), pen.shaped(ADDRESS, PART)])
    await pen.write(client, 'addSkillRelation', { frameworkId, input: tie(address) });
  return ids;
}

/** One of the forms asks for words that no file says; whether its files can be read does not matter here. */
async function nameLevels(pen: Pen, client: Client): Promise<void> {
  const slots = ['skills', 'groups', 'broader'];
  const nothing = Buffer.from('conceptUri,preferredLabel\n');
  const files = await Promise.all(
    slots.map(async (slot) => ({ slot, fileId: await client.upload(`${slot}_en.csv`, nothing, 'import') })),
  );
  await pen.write(
    client,
    'previewFrameworkImport',
    {
      input: {
        ...{ title: 'Unread', publisher: 'Nobody', version: '1', licence: 'None', attribution: 'None', kind: 'ESCO' },
        files,
        options: [{ key: 'levels', value: pen.text('option', 300) }],
      },
    },
    '... on FrameworkImport { id }',
  );
}

/** Every cell of a table of skills is a payload; a column that nobody asked for has one as its header. */
async function importTables(pen: Pen, client: Client): Promise<{ importId: string; tablesId: string }> {
  const mark = Date.now().toString(36);
  const header = pen.text('column header', 100, '', /[;=]/);
  const rows = [0, 1, 2].map((row) => [
    `code${row}`,
    pen.text('table name', 200, `${row}`),
    pen.text('table description', 2_000),
    pen.text('table synonym', 200),
    pen.text('table coding', 100),
    `https://example.org/${row}"><svg/onload=alert(1)>`,
    pen.text('table notes', 2_000),
  ]);
  const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;
  const names = ['skill', 'name', 'description', 'synonyms', 'coding', 'uri', header];
  const csv = [names, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  const fileId = await client.upload(`"><svg onload=alert(1)>${mark}.csv`, Buffer.from(`${csv}\r\n`), 'import');
  const { id } = await pen.write(
    client,
    'previewFrameworkImport',
    {
      input: {
        title: pen.text('tables title', 200, mark),
        publisher: pen.text('tables publisher', 200),
        licence: pen.text('tables licence', 200),
        attribution: pen.text('tables attribution', 1_000),
        version: pen.text('tables version', 60),
        licenceUrl: pen.shaped(ADDRESS, PART),
        sourceUrl: pen.shaped(ADDRESS, PART),
        kind: 'CSV',
        files: [{ slot: 'tables', fileId }],
        columns: names.map((name) => ({ table: 'SKILLS', header: name, field: name === header ? 'notes' : name })),
      },
    },
    '... on FrameworkImport { id }',
  );
  await importSettled(client, id, 'PREVIEWED');
  await pen.write(client, 'applyFrameworkImport', { id }, '... on FrameworkImport { id }');
  const { appliedFrameworkId } = await importSettled(client, id, 'APPLIED');
  await pen.write(client, 'publishFramework', { id: appliedFrameworkId });
  return { importId: id, tablesId: appliedFrameworkId ?? '' };
}

/** What people say of skills that are there, and of skills that are not. */
export async function writeKeeping(pen: Pen, cast: Cast, by: Client, it: Frameworks, otherId: string): Promise<void> {
  const { client } = cast.designer;
  const propose = () =>
    pen.write(
      by,
      'proposeSkill',
      {
        input: {
          frameworkId: it.ownId,
          name: pen.text('proposed name', 300),
          why: pen.text('proposed why', 5_000),
          evidence: pen.text('proposed evidence', 5_000),
        },
      },
      '... on SkillProposal { id }',
    );
  await propose();
  const refused = await propose();
  await pen.write(client, 'refuseSkillProposal', { id: refused.id, reason: pen.text('refused', 5_000) });
  const accepted = await propose();
  await pen.write(client, 'acceptSkillProposal', { id: accepted.id });
  await pen.write(client, 'saveStrategyNote', {
    input: {
      title: pen.text('note title', 300),
      body: pen.text('note body', 5_000),
      horizon: 'NOW',
      skillIds: [it.skillId],
    },
  });
  const [from, to] = await Promise.all([it.ownId, otherId].map((id) => scaleOf(client, id)));
  await pen.write(client, 'saveScaleCrosswalk', {
    input: {
      fromScaleId: from,
      toScaleId: to,
      pairs: [{ from: 1, to: [1] }],
      reason: pen.text('crosswalk reason', 5_000),
    },
  });
  await pen.write(client, 'retireSkill', {
    skillId: it.skillId,
    reason: pen.text('retired skill', 5_000),
    retiresOn: day(60),
  });
}

async function scaleOf(client: Client, id: string): Promise<string> {
  const { scale } = await client.query<{ scale: { id: string } }>(
    'query($id: ID!) { framework(id: $id) { scale { id } } }',
    { id },
  );
  return scale.id;
}
