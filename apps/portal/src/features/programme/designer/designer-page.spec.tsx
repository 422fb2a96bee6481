import type { MockLink } from '@apollo/client/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { SKILL } from '../frameworks/framework.documents.js';
import { SKILL_CHOICES } from '../skill-choices.documents.js';
import { ACHIEVEMENT_DRAFT, SAVE_DRAFT } from './designer.documents.js';

const LEVELS = [
  { __typename: 'ProficiencyLevel', id: 's1', ordinal: 1, label: 'Working' },
  { __typename: 'ProficiencyLevel', id: 's2', ordinal: 2, label: 'Practitioner' },
];
const level = (ordinal: number, descriptor: string) => ({
  __typename: 'RubricCriterionLevel',
  id: `l${ordinal}`,
  ordinal,
  label: LEVELS[ordinal - 1]?.label ?? '',
  points: ordinal - 1,
  descriptor,
  isCompetent: ordinal > 1,
});
const version = {
  __typename: 'AchievementVersion',
  id: 'v1',
  achievementId: 'a1',
  number: 1,
  state: 'DRAFT',
  revision: 3,
  name: 'Systems integration, Practitioner',
  description: 'Joins two systems.',
  outcomes: ['Defines a build'],
  evidenceAsked: ['A test plan'],
  cutScore: 0.7,
  cutScoreSetting: null,
  angoffPanel: null,
  stackRule: null,
  validityMonths: 36,
  evidenceMaxAgeMonths: null,
  maxAttempts: null,
  coolOffDays: null,
  route: 'PORTFOLIO',
  markingPolicy: 'SINGLE',
  badgeUrl: '/badges/v1.svg',
  viewerCan: ['read', 'edit', 'publish', 'nameFounder'],
  holders: 0,
  publishedAt: null,
  secondMarkShare: 0.1,
  borderlineBand: 0.05,
  highStakes: false,
  releaseMode: 'SINGLE',
  renewal: 'CHANGED_CRITERIA',
  reminderMonths: 3,
  evidenceRules: [],
  prerequisites: [],
  currentVersion: null,
  retiredReason: null,
  savedAt: null,
  savedBy: null,
  changes: [],
  awardedSkills: [
    {
      __typename: 'AwardedSkill',
      skillId: 'skill',
      isPrincipal: true,
      category: null,
      skill: {
        __typename: 'Skill',
        id: 'skill',
        name: 'Systems integration',
        framework: {
          __typename: 'SkillFramework',
          id: 'framework',
          title: 'Our skills',
          version: '2026',
          scale: { __typename: 'ProficiencyScale', id: 'scale', levels: LEVELS },
        },
      },
      level: LEVELS[1],
    },
  ],
  rubric: {
    __typename: 'Rubric',
    criteria: [
      {
        __typename: 'RubricCriterion',
        id: 'c1',
        title: 'Define the build',
        description: '',
        weight: 1,
        mustReach: null,
        skillId: null,
        levels: [level(1, 'Builds one interface'), level(2, '')],
      },
    ],
  },
  descriptors: {
    __typename: 'EuDescriptors',
    workloadHours: 12,
    ects: null,
    eqfLevel: null,
    language: 'en',
    participation: '',
    assessmentType: '',
    supervision: '',
    qualityAssurance: '',
    prerequisites: '',
    stackability: '',
    nqfFramework: '',
    nqfLevel: '',
    referencedBy: '',
    country: '',
    participationForm: null,
    assessmentKinds: [],
    supervisionForm: null,
    qualityAssuranceForm: null,
    gradingForm: null,
    grading: '',
    stackabilityForm: null,
    furtherInformation: '',
  },
  publicationChecks: [
    {
      __typename: 'PublicationCheck',
      key: 'rubric',
      principle: 'QUALITY',
      title: 'Every criterion has its levels in words',
      isBlocking: true,
      points: [
        {
          __typename: 'OpenPoint',
          section: 'rubric',
          field: 'rubric.criteria.0.levels.1.descriptor',
          message: 'Say what Practitioner looks like for “Define the build”.',
        },
      ],
    },
    {
      __typename: 'PublicationCheck',
      key: 'named',
      principle: 'TRANSPARENCY',
      title: 'Its name and description say what it certifies',
      isBlocking: true,
      points: [],
    },
  ],
  openPoints: [
    {
      __typename: 'OpenPoint',
      section: 'rubric',
      field: 'rubric.criteria.0.levels.1.descriptor',
      message: 'Say what Practitioner looks like for “Define the build”.',
    },
  ],
  assessorGap: 'Name at least one founding assessor.',
  assessors: [],
};
const opened = (more: object = {}): MockLink.MockedResponse => ({
  request: { query: ACHIEVEMENT_DRAFT, variables: { id: 'v1' } },
  result: { data: { achievementVersion: { ...version, ...more } } },
});
const saved = { ...version, revision: 4, openPoints: [], publicationChecks: [] };

function saving(answer: object, seen: unknown[]): MockLink.MockedResponse {
  return {
    request: { query: SAVE_DRAFT, variables: (variables) => Boolean(seen.push(variables)) },
    result: { data: { saveAchievementDraft: answer } },
  };
}

// What the fields ask beside the draft: skills to choose from, and the framework's own words.
const around: MockLink.MockedResponse[] = [
  {
    request: { query: SKILL_CHOICES, variables: { search: '' } },
    result: { data: { skills: { __typename: 'SkillConnection', edges: [] } } },
  },
  { request: { query: SKILL, variables: { id: 'skill' } }, result: { data: { skill: null } } },
];

const open = (section: string, answers: MockLink.MockedResponse[]) =>
  renderPage(`/programme/achievements/v1/${section}`, { roles: ['HR_DESIGNER'], answers: [...answers, ...around] });

it('writes a cell by keyboard, shows it to the assessor at once and saves the rubric on the revision it read', async () => {
  const user = userEvent.setup();
  const seen: { expectedRevision: number; input: { rubric: { criteria: { levels: { descriptor: string }[] }[] } } }[] =
    [];
  await open('rubric', [opened(), saving(saved, seen)]);
  const grid = await screen.findByRole('grid', { name: 'Rubric' });

  await user.click(within(grid).getByText('Define the build'));
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}Owns the join{Enter}');

  expect(within(grid).getByRole('cell', { name: 'Owns the join' })).toBeInTheDocument();
  expect(within(screen.getByRole('complementary')).getByText('Owns the join')).toBeInTheDocument();
  expect(await screen.findByText(/^Saved /)).toBeInTheDocument();
  expect(seen.at(-1)).toMatchObject({ id: 'v1', expectedRevision: 3 });
  expect(seen.at(-1)?.input.rubric.criteria[0]?.levels.map((each) => each.descriptor)).toEqual([
    'Builds one interface',
    'Owns the join',
  ]);
  expect(screen.getByText('Nothing is open.')).toBeInTheDocument();
});

it('takes a whole cell back with one undo', async () => {
  const user = userEvent.setup();
  await open('rubric', [opened(), saving(saved, [])]);
  const grid = await screen.findByRole('grid', { name: 'Rubric' });
  await user.click(within(grid).getByText('Define the build'));
  await user.keyboard('Something else{Enter}');
  expect(within(grid).queryByText('Define the build')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(within(grid).getByText('Define the build')).toBeInTheDocument();
});

it('keeps the focus in the sheet when the row under it goes', async () => {
  const user = userEvent.setup();
  await open('rubric', [opened(), saving(saved, [])]);
  const grid = await screen.findByRole('grid', { name: 'Rubric' });
  await user.click(within(grid).getByText('Define the build'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(grid).getAllByRole('row')).toHaveLength(3);
  await user.keyboard('{Control>}{Delete}{/Control}');
  expect(within(grid).getAllByRole('row')).toHaveLength(2);
  expect(within(grid).getByRole('cell', { name: 'Define the build' })).toHaveFocus();
});

it('leads from an open point into the cell that it speaks of', async () => {
  const user = userEvent.setup();
  await open('basics', [opened()]);
  await user.click(await screen.findByRole('link', { name: /^Rubric: Say what Practitioner/ }));
  const grid = await screen.findByRole('grid', { name: 'Rubric' });
  await waitFor(() => expect(within(grid).getAllByRole('cell')[3]).toHaveFocus());
});

it('does not publish while a point is open, and says which', async () => {
  const user = userEvent.setup();
  await open('basics', [opened()]);
  await user.click(await screen.findByRole('button', { name: 'Publish version 1' }));
  const dialog = await screen.findByRole('dialog', { name: 'Not ready to publish yet' });
  expect(within(dialog).getByRole('link', { name: /Say what Practitioner looks like/ })).toBeInTheDocument();
  expect(within(dialog).queryByRole('button', { name: /^Publish/ })).not.toBeInTheDocument();
});

it('shows both versions when somebody saved in between, and writes only what I changed over theirs', async () => {
  const user = userEvent.setup();
  const seen: { expectedRevision: number; input: object }[] = [];
  const refused = { __typename: 'ChangedMeanwhile', message: 'Somebody saved in between.', currentRevision: 5 };
  await open('basics', [
    { ...opened(), maxUsageCount: 1 },
    opened({ revision: 5, description: 'Theirs.', outcomes: ['Their outcome'] }),
    { ...saving(refused, seen), maxUsageCount: 1 },
    saving({ ...saved, revision: 6 }, seen),
  ]);
  const words = await screen.findByRole('textbox', { name: 'What it is about' });
  await user.clear(words);
  await user.type(words, 'Mine.');

  const conflict = await screen.findByRole('alert', {}, { timeout: 5_000 });
  expect(conflict).toHaveTextContent('Somebody else saved this draft meanwhile');
  expect(within(conflict).getByText('Mine.')).toBeInTheDocument();
  expect(within(conflict).getByText('Theirs.')).toBeInTheDocument();
  await user.click(within(conflict).getByRole('button', { name: 'Keep mine where I wrote' }));

  expect(await screen.findByText(/^Saved /)).toBeInTheDocument();
  expect(seen.at(-1)).toEqual({ id: 'v1', expectedRevision: 5, input: { description: 'Mine.' } });
  expect(screen.getByRole('textbox', { name: 'What it is about' })).toHaveValue('Mine.');
  expect(within(screen.getByRole('complementary')).getByText('Their outcome')).toBeInTheDocument();
});

it('lets nobody write in a published version', async () => {
  await open('rubric', [opened({ state: 'PUBLISHED', viewerCan: ['read'], openPoints: [] })]);
  const user = userEvent.setup();
  const grid = await screen.findByRole('grid', { name: 'Rubric' });
  await user.click(within(grid).getByText('Define the build'));
  await user.keyboard('Changed{Enter}');
  expect(within(grid).getByText('Define the build')).toBeInTheDocument();
  expect(screen.getByText(/Version 1 is published\. Its words stay/)).toBeInTheDocument();
});

it('shows how a pasted rubric is understood, takes it over, and gives the old one back with one undo', async () => {
  const user = userEvent.setup();
  const seen: { input: { rubric?: { criteria: { title: string; mustReach: number | null; levels: object[] }[] } } }[] =
    [];
  await open('rubric', [opened(), saving(saved, seen), saving(saved, seen)]);
  const grid = await screen.findByRole('grid', { name: 'Rubric' });
  const copied = [
    'Criterion\tExpert\tPractitioner\tWorking\tAwareness\tWeight\tMust reach',
    'Define the build\tSets it\tDefines it\tBuilds it\t"Explains\nit"\t2\tPractitioner',
    'Plan tests\tSets how\tPlans\tRuns\tSays why\t1\t',
  ].join('\r\n');
  fireEvent.paste(within(grid).getByText('Define the build').closest('td') as HTMLElement, {
    clipboardData: { getData: (kind: string) => (kind === 'text/plain' ? copied : '') },
  });

  const dialog = await screen.findByRole('dialog', { name: 'Bring a rubric in' });
  expect(within(dialog).getByText(/Read as 2 criteria by 4 levels/)).toBeInTheDocument();
  expect(within(dialog).getByRole('checkbox', { name: 'The best level comes first' })).toBeChecked();
  expect(within(dialog).getByRole('combobox', { name: 'What column 6 is' })).toHaveValue('WEIGHT');
  expect(seen).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Use this rubric' }));

  expect(await within(grid).findByText('Plan tests')).toBeInTheDocument();
  await waitFor(() => expect(seen.at(-1)?.input.rubric?.criteria).toHaveLength(2));
  expect(seen.at(-1)?.input.rubric?.criteria[0]).toMatchObject({
    id: 'c1',
    title: 'Define the build',
    mustReach: 3,
    levels: [
      { ordinal: 1, label: 'Awareness', descriptor: 'Explains\nit' },
      { ordinal: 2, label: 'Working' },
      { ordinal: 3, label: 'Practitioner' },
      { ordinal: 4, label: 'Expert', descriptor: 'Sets it' },
    ],
  });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(within(grid).queryByText('Plan tests')).not.toBeInTheDocument();
  expect(within(grid).getByText('Builds one interface')).toBeInTheDocument();
});
