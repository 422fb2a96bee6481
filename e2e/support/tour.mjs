const ID = '[0-9a-f]{8}-[0-9a-f-]{27}';
const PERSON = new RegExp(`^/admin/people/${ID}`);
const FRAMEWORK = new RegExp(`^/programme/frameworks/${ID}`);
const JOB_ROLE = new RegExp(`^/programme/roles/${ID}`);
const ACHIEVEMENT = new RegExp(`^/programme/achievements/${ID}`);
const COHORT = new RegExp(`^/programme/cohorts/${ID}`);
const CREDENTIAL = new RegExp(`^/programme/credentials/${ID}`);
const COURSE = new RegExp(`^/(programme|growth)/courses/${ID}`);
const SECTIONS = ['outcomes', 'rubric', 'evidence', 'marking', 'descriptors', 'validity', 'assessors', 'badge'];

/**
 * Every page of the product, role by role, in an organisation that has something to show. A stop's `open` goes there
 * as a person would: by address, or by the first row of a list.
 */
export const TOUR = [
  {
    role: null,
    stops: [{ name: 'sign-in', open: (page) => page.goto('/sign-in') }],
  },
  {
    role: 'Employee',
    stops: [
      at('home', '/growth'),
      at('achievements', '/growth/achievements'),
      first('achievement', '/growth/achievements', /^\/growth\/achievements\/./),
      at('evidence', '/growth/evidence'),
      at('submissions', '/growth/submissions'),
      { name: 'submission-draft', open: draftOfMine },
      first('submission-released', '/growth/submissions', /^\/growth\/submissions\/./, 'Badge issued'),
      at('prior-learning', '/growth/prior-learning'),
      first('prior-learning-screen', '/growth/prior-learning', /^\/growth\/prior-learning\/./),
      at('asked', '/growth/asked'),
      at('badges', '/growth/badges'),
      first('badge', '/growth/badges', /^\/growth\/badges\/./),
      at('courses-to-take', '/growth/courses'),
      first('course-to-take', '/growth/courses', COURSE),
      at('pathway', '/growth/pathway'),
      at('skills', '/growth/skills'),
      at('elsewhere', '/growth/elsewhere'),
      at('keeping', '/account/keeping'),
      at('search', '/search?search=incident'),
      at('inbox', '/inbox'),
      at('inbox-mail', '/inbox/mail'),
      { name: 'proof', open: proof },
    ],
  },
  {
    role: 'Assessor',
    stops: [
      at('queue', '/reviews'),
      { name: 'queue-chosen', open: (page) => chosenRow(page, '/reviews') },
      { name: 'marking', open: marking },
      at('reconcile', '/reviews/reconcile'),
      at('moderation', '/reviews/moderation'),
      at('calibration', '/reviews/calibration'),
      at('conflicts', '/reviews/conflicts'),
      at('assessing', '/growth/assessing'),
    ],
  },
  {
    role: 'Assessment lead',
    stops: [
      at('release', '/reviews/release'),
      first('case', '/reviews/release', new RegExp(`^/reviews/release/${ID}`)),
      at('appeals', '/reviews/appeals'),
      first('appeal', '/reviews/appeals', new RegExp(`^/reviews/appeals/${ID}`)),
      at('allocation', '/reviews/allocation'),
      at('assessors', '/reviews/assessors'),
      at('samples', '/reviews/samples'),
      at('calibration-led', '/reviews/calibration'),
      at('marks', '/reviews/marks?scope=lately'),
      at('insights-assessment', '/insights/assessment'),
      at('board', '/reviews/board'),
    ],
  },
  {
    role: 'Manager',
    stops: [at('team', '/team'), { name: 'team-cell', open: teamCell }],
  },
  {
    role: 'HR designer',
    stops: [
      at('programme', '/programme'),
      at('frameworks', '/programme/frameworks'),
      at('import', '/programme/frameworks/import'),
      { name: 'import-format', open: chosenFormat },
      first('framework', '/programme/frameworks', FRAMEWORK),
      first('framework-list', '/programme/frameworks', FRAMEWORK, '', '/list'),
      first('framework-roles', '/programme/frameworks', FRAMEWORK, '', '/roles'),
      first('framework-terms', '/programme/frameworks', FRAMEWORK, '', '/terms'),
      at('frameworks-waiting', '/programme/frameworks/waiting'),
      at('frameworks-scales', '/programme/frameworks/scales'),
      at('job-roles', '/programme/roles'),
      first('job-role', '/programme/roles?view=list', JOB_ROLE),
      first('job-role-requirements', '/programme/roles?view=list', JOB_ROLE, '', '/requirements'),
      at('needs', '/programme/needs'),
      at('insights', '/insights'),
      at('insights-badges', '/insights/badges'),
      at('insights-ask', '/insights/ask'),
      at('insights-reports', '/insights/reports'),
      at('insights-cost', '/insights/cost'),
    ],
  },
  {
    role: 'HR designer',
    stops: [
      at('courses', '/programme/courses'),
      first('course', '/programme/courses', COURSE),
      at('courses-import', '/programme/courses/import'),
      at('badges-kit', '/programme/badges'),
      at('badges-templates', '/programme/badges/templates'),
      at('badges-certificate', '/programme/badges/certificate'),
      at('claims', '/programme/courses/claims'),
      at('providers', '/programme/courses/providers'),
      at('recognition', '/programme/elsewhere'),
      at('cohorts', '/programme/cohorts'),
      first('cohort', '/programme/cohorts', COHORT),
      at('credentials', '/programme/credentials'),
      first('credential', '/programme/credentials', CREDENTIAL),
      at('bulk', '/programme/credentials/bulk'),
      at('again', '/programme/credentials/again'),
      at('reminders', '/programme/credentials/reminders'),
      { name: 'designer', open: newDesign },
      ...SECTIONS.map((section) => first(`designer-${section}`, '/programme', ACHIEVEMENT, 'Draft', `/${section}`)),
    ],
  },
  {
    role: 'Administrator',
    stops: [
      at('setup', '/admin/setup'),
      at('people', '/admin/people'),
      { name: 'person', open: (page) => chosenRow(page, '/admin/people') },
      first('person-page', '/admin/people', PERSON),
      first('person-change', '/admin/people', PERSON, '', '?dialog=change'),
      first('person-leaving', '/admin/people', PERSON, '', '?dialog=leaving'),
      at('add-person', '/admin/people?dialog=add'),
      { name: 'organisation', open: chosenUnit },
      { name: 'organisation-move', open: movingUnit },
      first('person-erasure', '/admin/people', PERSON, '', '/erase'),
      at('leaving', '/admin/leaving'),
      at('people-import', '/admin/people/import'),
      { name: 'people-import-columns', open: readFile },
      { name: 'people-import-preview', open: previewedFile },
    ],
  },
  {
    role: 'Administrator',
    stops: [
      at('provisioning', '/admin/provisioning'),
      at('keys', '/admin/keys'),
      at('signing', '/admin/signing'),
      { name: 'signing-rotate', open: newKeys },
      at('mail', '/admin/mail'),
      { name: 'provisioning-directory', open: newDirectory },
      at('roles', '/admin/roles'),
      at('give-role', '/admin/roles?dialog=give'),
      at('who-can-see', '/admin/who-can-see'),
      at('access', '/account/access'),
      at('issuance', '/admin/issuance'),
      at('sign-in', '/admin/sign-in'),
      at('add-provider', '/admin/sign-in?provider=new'),
      at('sessions', '/account/sessions'),
      at('audit', '/admin/audit'),
    ],
  },
];

/** Goes through the door as the first person who is offered for the role. */
export async function enter(page, role) {
  await page.goto('/sign-in');
  const group = page.getByRole('heading', { name: role, exact: true }).locator('xpath=../..');
  await group.getByRole('listitem').first().getByRole('button').click();
  await page.getByRole('button', { name: /theme, sign out$/ }).waitFor();
}

/** The page stands: it has its heading, and nothing on it is still being waited for. */
export async function settled(page) {
  await page.getByRole('heading').first().waitFor();
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], output[data-shown]') &&
      [...document.images].every((image) => image.complete),
  );
  await page.evaluate(() => document.fonts.ready);
}

function at(name, path) {
  return { name, open: (page) => go(page, path) };
}

/**
 * Goes to an address within the portal that is open already, as its links do: loading it anew for each page takes
 * longer than the page. An address that the server does not answer with the portal is told.
 */
export async function go(page, path) {
  if (!(await page.evaluate(() => document.querySelector('#root > *') !== null))) return page.goto(path);
  const answer = await page.request.get(path, { headers: { accept: 'text/html' } });
  if (!answer.ok()) throw new Error(`${path} is answered with ${answer.status()}.`);
  // Over a page that nothing else looks like: what was there before is gone for certain, and so is this afterwards.
  const between = page.getByRole('heading', { name: 'There is nothing at this address', level: 1 });
  await step(page, '/nowhere');
  await between.waitFor();
  await step(page, path);
  await between.waitFor({ state: 'hidden' });
}

/** What the browser does for its own arrows; the number lets the router tell forwards from backwards. */
function step(page, path) {
  return page.evaluate((to) => {
    history.pushState({ usr: null, key: to, idx: (history.state?.idx ?? 0) + 1 }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, path);
}

/** The first link of a list that leads to such a page, in a row with these words if any are given. */
function first(name, list, path, words = '', below = '') {
  return {
    name,
    open: async (page) => {
      await go(page, list);
      const rows = page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: words });
      const links = words ? rows.getByRole('link') : page.getByRole('main').getByRole('link');
      const address = await someAddress(links, path);
      // A list may lead to where one was last; the place below is meant from its beginning.
      await go(page, below ? path.exec(address)[0] + below : address);
    },
  };
}

/** The first address of that kind among the links, as soon as there is one: lists come after the page. */
async function someAddress(links, path) {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    const address = addresses.find((each) => path.test(each));
    if (address) return address;
  }
  throw new Error(`No link leads to ${path}.`);
}

/** An attempt under way; one is begun if there is none. */
async function draftOfMine(page) {
  await go(page, '/growth/achievements');
  await page.getByRole('main').getByRole('link', { name: 'Leading an incident' }).first().click();
  await page
    .getByRole('button', { name: /^Start/ })
    .or(page.getByRole('link', { name: 'Go on with your attempt' }))
    .click();
  await page.getByRole('table', { name: 'Criteria by evidence' }).waitFor();
}

/** The wizard asks for files once it is known in which form they come. */
async function chosenFormat(page) {
  await go(page, '/programme/frameworks/import');
  await page.getByRole('radio', { name: /^UK Government/ }).check();
  await page.getByText('Drop files here').waitFor();
}

/** A draft of one's own, so that there is something to write in. */
async function newDesign(page) {
  await go(page, '/programme?dialog=new');
  const dialog = page.getByRole('dialog', { name: 'New achievement' });
  await dialog.getByRole('combobox', { name: /^Skill/ }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('radio', { name: /^3 / }).check();
  await dialog.getByRole('button', { name: 'Create the draft' }).click();
  await page.getByText('Draft of version 1').waitFor();
}

/** A directory with its token told, so that there is something to look at. */
async function newDirectory(page) {
  await go(page, '/admin/provisioning?dialog=add');
  const dialog = page.getByRole('dialog', { name: 'Add a directory' });
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(`Directory ${Date.now()}`);
  await dialog.getByRole('button', { name: 'Add a directory' }).click();
  await page.getByRole('checkbox', { name: /put the token/ }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('table', { name: 'Tokens' }).waitFor();
}

/** What new keys would change, before anybody makes them. */
async function newKeys(page) {
  await go(page, '/admin/signing');
  await page.getByRole('button', { name: 'New keys …' }).click();
  await page.getByRole('dialog', { name: /^New keys/ }).waitFor();
}

/** The page that whoever has a link sees: the first badge gets one. */
async function proof(page) {
  await go(page, '/growth/badges');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = page.getByRole('link', { name: /\/p\// }).first();
  await link.waitFor();
  await page.goto((await link.getAttribute('href')) ?? '');
}

async function chosenRow(page, path) {
  await go(page, path);
  const row = page.getByRole('row').nth(1);
  await row.click();
  await page.getByRole('complementary').first().waitFor();
}

/** A slot of one's own. */
async function marking(page) {
  await go(page, '/reviews');
  await page.getByRole('button', { name: /^Take the next one/ }).click();
  await page.getByText('Yours until').waitFor();
}

async function teamCell(page) {
  await go(page, '/team');
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('complementary').first().waitFor();
}

async function chosenUnit(page) {
  await go(page, '/admin/organisation');
  await page.getByRole('treeitem').first().click();
  await page.getByRole('complementary').first().waitFor();
}

async function movingUnit(page) {
  await chosenUnit(page);
  await page.getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('dialog').waitFor();
}

/** A file that says something wrong, so that there is something to fix. */
async function readFile(page) {
  const rows = [
    'Name;Mail;Job title;Unit;Manager email',
    'Somebody New;new@example.org;Sampler;Laboratory;nobody@example.org',
  ];
  await go(page, '/admin/people/import');
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Show what would change' }).waitFor();
}

async function previewedFile(page) {
  await readFile(page);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('button', { name: /^Apply/ }).waitFor();
}
