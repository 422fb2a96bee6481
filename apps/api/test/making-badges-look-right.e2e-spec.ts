import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { AchievementPublished } from '../src/features/achievements/achievement.events.js';
import { record } from '../src/platform/events/event.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';

const KIT = `number state revision inks { ground gilt line text } fonts { role family } initials ground logo { id kind } versions { number state }`;
const KIT_RESULT = `__typename ... on BrandKit { ${KIT} } ... on InvalidInput { problems { field message } } ... on Refusal { message }
  ... on ChangedMeanwhile { currentRevision }`;
const SAVE_KIT = `mutation($revision: Int!, $input: BrandKitInput!) { result: saveBrandKit(expectedRevision: $revision, input: $input) { ${KIT_RESULT} } }`;
const USE_KIT = `mutation($revision: Int!) { result: putBrandKitInUse(expectedRevision: $revision) { ${KIT_RESULT} } }`;
const LOGO = `mutation($content: String!) { result: addBrandImage(name: "logo", content: $content) { __typename
  ... on BrandImage { id kind width height } ... on InvalidInput { problems { field message } } } }`;
const SAVE_TEMPLATE = `mutation($id: ID, $name: String!, $slots: BadgeSlotsInput!, $revision: Int!) {
  result: saveBadgeTemplate(id: $id, name: $name, slots: $slots, expectedRevision: $revision) { __typename
    ... on BadgeTemplate { id name revision slots { shape marks } } ... on InvalidInput { problems { field message } } ... on ChangedMeanwhile { currentRevision } } }`;
const ARCHIVE =
  'mutation($id: ID!) { result: archiveBadgeTemplate(id: $id) { __typename ... on BadgeTemplate { archivedAt } } }';
const PREVIEW = `query($input: BadgePreviewInput!) { result: badgePreview(input: $input) { pictures { cut scale svg } findings { check verdict message } } }`;
const SAVE_DESIGN = `mutation($id: ID!, $revision: Int!, $template: ID, $choices: BadgeChoicesInput!) {
  result: saveBadgeDesign(achievementVersionId: $id, expectedRevision: $revision, templateId: $template, choices: $choices) { __typename
    ... on BadgeDesign { revision struckAt template { name } choices { title shape } findings { check verdict } }
    ... on InvalidInput { problems { field message } } ... on Refusal { message } ... on ChangedMeanwhile { currentRevision } } }`;
const PUBLISH = `mutation($id: ID!) { result: publishAchievement(id: $id) { __typename ... on NotReadyToPublish { openPoints { section message } } } }`;
const OPEN = `query($id: ID!) { achievementVersion(id: $id) { openPoints { section message } badgeDesign { revision struckAt choices { title } findings { check verdict } } } }`;
const NEXT = `mutation($id: ID!) { result: startNextVersion(achievementVersionId: $id) { __typename ... on AchievementVersion { id } } }`;

const INKS = { ground: '#0B2A4A', gilt: '#F0C14B', line: '#9FB4C7', text: '#FFFFFF' };
const INPUT = { inks: INKS, fonts: [], initials: 'CX', ground: 'RAYS', logoId: null };
const SLOTS = {
  shape: 'CIRCLE',
  ring: 'DOUBLE',
  band: 'DOTS',
  centre: 'ICON',
  icon: 'bridge',
  type: 'LABELS',
  marks: ['ISSUER', 'YEAR'],
  inks: null,
};

type Result = {
  __typename: string;
  id: string;
  revision: number;
  number: number;
  state: string;
  message: string;
  currentRevision: number;
  problems: { field: string; message: string }[];
  openPoints: { section: string; message: string }[];
  findings: { check: string; verdict: string; message: string }[];
  pictures: { cut: string; scale: string; svg: string }[];
};

describe('making badges look right', () => {
  let api: TestApi;
  let designer: TestClient;
  let skill: { id: string };

  beforeAll(async () => {
    api = await startApi({ worker: true });
    const people = await addPeople(api, { dana: ['HR_DESIGNER'], eve: [] });
    designer = await api.as(people.dana);
    await foundOrganisation(api);
    skill = await addSkill(api, 'Systems integration');
  });
  afterAll(() => api.close());

  const ask = async (document: string, variables: object = {}): Promise<Result> =>
    (await designer.query<{ result: Result }>(document, variables)).result;
  const picture = async (id: string, more = '') => (await designer.fetch(`/badges/${id}.svg${more}`)).text();
  const draft = async () => (await addAchievement(api, skill.id, 'Joins systems', 'DRAFT')).id;
  /** As publishing ends, whatever else it asks for. */
  const publish = (id: string) =>
    api.asSystem(async (system) => {
      await system.tx.query(`UPDATE achievement_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [
        id,
      ]);
      await record(system, new AchievementPublished(id, id, null));
    });
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it('begins with the hallmark: a kit, no templates, and nothing against it', async () => {
    const { brandKit, badgeTemplates, fontFamilies } = await designer.query<{
      brandKit: { number: null; revision: number; inks: typeof INKS };
      badgeTemplates: unknown[];
      fontFamilies: { key: string }[];
    }>(`{ brandKit { ${KIT} } badgeTemplates { id } fontFamilies { key name roles } }`);
    expect(brandKit).toMatchObject({ number: null, revision: 0, inks: { ground: '#14221F' } });
    expect(badgeTemplates).toEqual([]);
    expect(fontFamilies.map(({ key }) => key)).toContain('ibm-plex-sans-arabic');
    const preview = await ask(PREVIEW, { input: {} });
    expect(preview.pictures.map(({ cut, scale }) => `${cut} ${scale}`)).toEqual([
      'INK FULL',
      'PAPER FULL',
      'ONE_INK FULL',
      'INK SMALL',
      'INK TINY',
    ]);
    expect(preview.findings.filter(({ verdict }) => verdict !== 'GOOD')).toEqual([]);
  });

  it('says of colours what cannot be read, before they are used', async () => {
    const { findings } = await ask(PREVIEW, { input: { kit: { ...INPUT, inks: { ...INKS, text: '#20406A' } } } });
    expect(findings).toContainEqual(expect.objectContaining({ check: 'CONTRAST', verdict: 'REFUSED' }));
    const wrong = await ask(SAVE_KIT, {
      revision: 0,
      input: {
        ...INPUT,
        inks: { ...INKS, gilt: 'gold' },
        initials: 'CALDER',
        fonts: [{ role: 'ARABIC', family: 'ibm-plex-sans' }],
      },
    });
    expect(wrong.problems.map(({ field }) => field)).toEqual(['inks.gilt', 'initials', 'fonts.ARABIC']);
  });

  it('names the letters for which a kit has no font', async () => {
    const name = 'नमूना data';
    const { findings } = await ask(PREVIEW, { input: { sampleName: name } });
    const [found] = findings.filter(({ check }) => check === 'LETTERS');
    expect(found).toMatchObject({ verdict: 'REFUSED', message: expect.stringContaining('(Devanagari)') });
    const arabic = { sampleName: 'نمذجة', kit: { ...INPUT, fonts: [{ role: 'ARABIC', family: null }] } };
    expect((await ask(PREVIEW, { input: arabic })).findings).toContainEqual(
      expect.objectContaining({ check: 'LETTERS', message: expect.stringContaining('(Arabic)') }),
    );
    expect((await ask(PREVIEW, { input: { sampleName: 'نمذجة' } })).findings).not.toContainEqual(
      expect.objectContaining({ check: 'LETTERS' }),
    );
  });

  it('takes in a logo as shapes or as points, and refuses the rest with its place', async () => {
    const drawing = await ask(LOGO, {
      content: base64(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><path d="M0 0H10V5Z" fill="#fff"/></svg>',
      ),
    });
    expect(drawing).toMatchObject({ kind: 'SVG', width: 10, height: 5 });
    const hostile = await ask(LOGO, {
      content: base64('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5">\n<script>1</script></svg>'),
    });
    expect(hostile.problems[0]?.message).toMatch(/^Line 2, column \d+: The drawing holds a script/);
    const png = await sharp({ create: { width: 900, height: 300, channels: 4, background: '#ff0000' } })
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .png()
      .toBuffer();
    const points = await ask(LOGO, { content: png.toString('base64') });
    expect(points).toMatchObject({ kind: 'PNG', width: 600, height: 200 });
    const [row] = await api.sql<{ content: string }>('SELECT content FROM brand_image WHERE id = $1', [points.id]);
    expect(Buffer.from(row?.content ?? '', 'base64').includes('somebody')).toBe(false);
    const neither = await ask(LOGO, { content: base64('hello') });
    expect(neither.problems[0]?.message).toContain('no picture that can be read');

    const withLogo = await ask(PREVIEW, {
      input: { kit: { ...INPUT, logoId: points.id }, choices: { centre: 'LOGO' } },
    });
    expect(withLogo.pictures[0]?.svg).toContain('href="data:image/png;base64,');
    expect(withLogo.findings).not.toContainEqual(expect.objectContaining({ verdict: 'REFUSED' }));
  });

  it('saves templates; two who save at once lose nothing', async () => {
    const made = await ask(SAVE_TEMPLATE, { name: 'Bridge', slots: SLOTS, revision: 0 });
    expect(made).toMatchObject({ __typename: 'BadgeTemplate', revision: 1, slots: { shape: 'CIRCLE' } });
    const changed = { id: made.id, name: 'Bridge', slots: { ...SLOTS, shape: 'TABLET' }, revision: 1 };
    expect((await ask(SAVE_TEMPLATE, changed)).revision).toBe(2);
    expect(await ask(SAVE_TEMPLATE, changed)).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: 2 });
    const wrong = await ask(SAVE_TEMPLATE, { name: ' ', slots: { ...SLOTS, icon: 'dragon' }, revision: 0 });
    expect(wrong.problems.map(({ field }) => field)).toEqual(['icon', 'name']);
  });

  it('gives a draft its badge, refuses to publish what cannot be drawn, and strikes it for good', async () => {
    const id = await draft();
    const template = await ask(SAVE_TEMPLATE, { name: 'Round', slots: SLOTS, revision: 0 });
    const tooLong = 'Interdepartmental '.repeat(6);
    const saved = await ask(SAVE_DESIGN, { id, revision: 0, template: template.id, choices: { title: tooLong } });
    expect(saved.findings).toContainEqual({ check: 'FIT', verdict: 'REFUSED' });
    const refused = await ask(PUBLISH, { id });
    expect(refused.openPoints).toContainEqual({
      section: 'badge',
      message: expect.stringContaining('does not fit on this badge'),
    });

    const shorter = { id, template: template.id, choices: { title: 'Joining systems' } };
    expect(await ask(SAVE_DESIGN, { ...shorter, revision: 0 })).toMatchObject({
      __typename: 'ChangedMeanwhile',
      currentRevision: 1,
    });
    expect((await ask(SAVE_DESIGN, { ...shorter, revision: 1 })).revision).toBe(2);
    expect(await picture(id)).toContain('<title>Joining systems');
    await publish(id);
    await until(
      async () => (await api.sql('SELECT 1 FROM badge_picture WHERE achievement_version_id = $1', [id])).length === 3,
    );

    const before = await Promise.all(
      ['', '?size=48', '?size=24', '?cut=paper', '?cut=one-ink'].map((more) => picture(id, more)),
    );
    // The template, the kit and the name of the organisation change.
    await ask(SAVE_TEMPLATE, { id: template.id, name: 'Round', slots: { ...SLOTS, shape: 'GABLE' }, revision: 1 });
    const kit = await ask(SAVE_KIT, { revision: 0, input: INPUT });
    expect(kit).toMatchObject({ number: 1, state: 'DRAFT', revision: 1 });
    expect(await ask(USE_KIT, { revision: 1 })).toMatchObject({ number: 1, state: 'IN_USE', revision: 0 });
    await api.sql(`UPDATE organisation SET name = 'Another name'`);
    const after = await Promise.all(
      ['', '?size=48', '?size=24', '?cut=paper', '?cut=one-ink'].map((more) => picture(id, more)),
    );
    expect(after.map(digest)).toEqual(before.map(digest));

    const frozen = await ask(SAVE_DESIGN, { ...shorter, revision: 2 });
    expect(frozen).toMatchObject({ __typename: 'NotAllowed' });
    // The next version begins with the same choices, in the new kit.
    const next = await ask(NEXT, { id });
    const svg = await picture(next.id);
    expect(svg).toContain('<title>Joining systems');
    expect(svg).toContain(INKS.ground);
  });

  it('strikes what was published before a kit is put in use, although no worker came by', async () => {
    const { id } = await addAchievement(api, skill.id);
    const before = await picture(id);
    const { brandKit } = await designer.query<{ brandKit: Result }>(`{ brandKit { ${KIT} } }`);
    await ask(SAVE_KIT, { revision: brandKit.revision, input: { ...INPUT, inks: { ...INKS, ground: '#000000' } } });
    await ask(USE_KIT, { revision: 1 });
    expect(await picture(id)).toBe(before);
  });

  it('gives the picture in points as well', async () => {
    const id = await draft();
    const answer = await designer.fetch(`/badges/${id}.png?size=96`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, height]).toEqual([96, 96]);
    expect((await designer.fetch(`/badges/${id}.gif`)).status).toBe(404);
  });

  it('keeps taken-out templates for the badges that have them', async () => {
    const template = await ask(SAVE_TEMPLATE, { name: 'Old', slots: SLOTS, revision: 0 });
    const id = await draft();
    await ask(SAVE_DESIGN, { id, revision: 0, template: template.id, choices: {} });
    const before = await picture(id);
    expect(await ask(ARCHIVE, { id: template.id })).toMatchObject({ archivedAt: expect.any(String) });
    const { badgeTemplates } = await designer.query<{ badgeTemplates: { id: string }[] }>('{ badgeTemplates { id } }');
    expect(badgeTemplates.map((each) => each.id)).not.toContain(template.id);
    expect(await picture(id)).toBe(before);
    const other = await draft();
    const gone = await ask(SAVE_DESIGN, {
      id: other,
      revision: 0,
      template: '00000000-0000-7000-8000-000000000000',
      choices: { icon: 'dragon' },
    });
    expect(gone.problems.map(({ field }) => field)).toEqual(['icon', 'templateId']);
    const { achievementVersion } = await designer.query<{ achievementVersion: { badgeDesign: { revision: number } } }>(
      OPEN,
      { id: other },
    );
    expect(achievementVersion.badgeDesign).toMatchObject({ revision: 0, struckAt: null });
  });

  it('shows an older brand kit as it was, and has it back as a new version', async () => {
    const now = async () => (await designer.query<{ brandKit: Result }>(`{ brandKit { ${KIT} } }`)).brandKit;
    const version = async (number: number) =>
      (await designer.query<{ it: typeof INPUT | null }>(`{ it: brandKitVersion(number: ${number}) { ${KIT} } }`)).it;
    const use = async (ground: string) => {
      const input = { ...INPUT, inks: { ...INKS, ground } };
      const { revision } = await ask(SAVE_KIT, { revision: (await now()).revision, input });
      return ask(USE_KIT, { revision });
    };
    const old = await use('#102030');
    await use('#405060');
    const shown = await version(old.number);
    expect(shown?.inks.ground).toBe('#102030');
    const back = await use(shown?.inks.ground ?? '');
    expect(back).toMatchObject({ number: old.number + 2, state: 'IN_USE', inks: { ground: '#102030' } });
    // A draft is no version yet, and there is none of a number that nothing had.
    await ask(SAVE_KIT, { revision: 0, input: INPUT });
    expect(await version(old.number + 3)).toBeNull();
    expect(await version(9_999)).toBeNull();
  });

  it('keeps how a template was when a new sitting begins, and puts one that was taken out back', async () => {
    const takenOut = async () =>
      (await designer.query<{ all: { id: string }[] }>('{ all: badgeTemplates(takenOut: true) { id } }')).all.map(
        (each) => each.id,
      );
    const RESTORE =
      'mutation($id: ID!) { result: restoreBadgeTemplate(id: $id) { __typename ... on BadgeTemplate { archivedAt } } }';
    const { id } = await ask(SAVE_TEMPLATE, { name: 'First', slots: SLOTS, revision: 0 });
    await ask(SAVE_TEMPLATE, { id, name: 'Second', slots: SLOTS, revision: 1 });
    await ask(SAVE_TEMPLATE, { id, name: 'Secondly', slots: SLOTS, revision: 2 });
    await api.sql(`UPDATE badge_template SET changed_at = changed_at - interval '1 hour' WHERE id = $1`, [id]);
    await ask(SAVE_TEMPLATE, { id, name: 'Third', slots: { ...SLOTS, shape: 'OVAL' }, revision: 3 });
    const { badgeTemplates } = await designer.query<{ badgeTemplates: { id: string; earlier: object[] }[] }>(
      '{ badgeTemplates { id earlier { revision name slots { shape } } } }',
    );
    expect(badgeTemplates.find((each) => each.id === id)?.earlier).toEqual([
      { revision: 3, name: 'Secondly', slots: { shape: 'CIRCLE' } },
      { revision: 1, name: 'First', slots: { shape: 'CIRCLE' } },
    ]);
    await ask(ARCHIVE, { id });
    expect(await takenOut()).toContain(id);
    expect(await ask(RESTORE, { id })).toMatchObject({ __typename: 'BadgeTemplate', archivedAt: null });
    expect(await takenOut()).not.toContain(id);
  });
});

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let nth = 0; nth < 100; nth++) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen in ten seconds.');
}
