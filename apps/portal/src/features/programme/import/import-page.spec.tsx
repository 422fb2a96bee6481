import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { FRAMEWORK_FORMATS, FRAMEWORK_IMPORTS, PREVIEW_IMPORT } from './import.documents.js';

const slot = (key: string, title: string, namePattern: string, required = true) => ({
  __typename: 'FrameworkFormatSlot' as const,
  ...{ key, title, about: `${title} of it.`, namePattern, required, many: false },
});
const formats = [
  {
    __typename: 'FrameworkFormat' as const,
    kind: 'UK_GDD' as const,
    title: 'The two-file framework',
    about: 'Skills and job roles.',
    slots: [slot('skills', 'Skills', '^skills'), slot('roles', 'Job roles', '^roles')],
    options: [],
    hasColumns: false,
    standard: {
      __typename: 'FrameworkFormatStandard' as const,
      ...{ title: 'Two files', publisher: 'A publisher', version: '7', licence: 'CC BY 4.0', licenceUrl: null },
      ...{ attribution: 'Theirs.', sourceUrl: null },
    },
  },
];
const form = {
  kind: 'UK_GDD' as const,
  files: [
    { fileId: 'f1', name: 'skills.csv', slot: 'skills' },
    { fileId: 'f2', name: 'roles.csv', slot: 'roles' },
  ],
  options: {},
  ...{ title: 'Our skills', publisher: 'Us', version: '1', licence: 'CC BY 4.0', licenceUrl: '' },
  ...{ attribution: 'Ours.', sourceUrl: '', restricted: false },
};
const asked = {
  ...form,
  files: form.files.map(({ fileId, slot: key }) => ({ fileId, slot: key })),
  options: [],
  licenceUrl: null,
  sourceUrl: null,
};
const open = (answer?: object) =>
  renderPage('/programme/frameworks/import', {
    roles: ['HR_DESIGNER'],
    answers: [
      { request: { query: FRAMEWORK_FORMATS }, result: { data: { frameworkFormats: formats } } },
      {
        request: { query: FRAMEWORK_IMPORTS },
        result: { data: { frameworkImports: { __typename: 'FrameworkImportConnection', edges: [] } } },
      },
      ...(answer
        ? [
            {
              request: { query: PREVIEW_IMPORT, variables: { input: asked } },
              result: { data: { previewFrameworkImport: answer } },
            },
          ]
        : []),
    ],
  });

afterEach(() => sessionStorage.clear());

it('says what the API refuses, and keeps what was filled in', async () => {
  sessionStorage.setItem('assay-framework-import', JSON.stringify(form));
  await open({
    __typename: 'InvalidInput',
    message: 'Something in the input is wrong.',
    problems: [{ __typename: 'InputProblem', field: 'version', message: 'A version is needed.' }],
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Read the files' }));

  expect(await screen.findByText('A version is needed.')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue('Our skills');
});

it('fills in what the publisher says, and names the files that are missing instead of asking the API', async () => {
  await open();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: 'The two-file framework' }));
  expect(screen.getByRole('textbox', { name: /Publisher/ })).toHaveValue('A publisher');
  await user.click(screen.getByRole('button', { name: 'Read the files' }));
  expect(screen.getAllByText('Missing')).toHaveLength(2);
  expect(screen.getByText('2 things are still missing; they are marked above.')).toBeInTheDocument();
});

it('lets one say which file is which, where its name does not', async () => {
  sessionStorage.setItem(
    'assay-framework-import',
    JSON.stringify({ ...form, files: [...form.files.slice(1), { fileId: 'f1', name: 'export (3).csv', slot: null }] }),
  );
  await open();
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByLabelText('Which file is export (3).csv?'), 'Skills');
  expect(screen.queryByLabelText('Which file is export (3).csv?')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Take export (3).csv away' })).toBeInTheDocument();
});
