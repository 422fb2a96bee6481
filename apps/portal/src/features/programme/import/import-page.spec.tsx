import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render-page.js';
import { PREVIEW_IMPORT } from './import.documents.js';

const form = {
  title: 'Our skills',
  publisher: 'Us',
  version: '1',
  licence: 'CC BY 4.0',
  attribution: 'Ours.',
  sourceUrl: '',
  skillsFile: { fileId: 'f1', name: 'skills.csv' },
  rolesFile: { fileId: 'f2', name: 'roles.csv' },
};
const asked = {
  title: 'Our skills',
  publisher: 'Us',
  version: '1',
  licence: 'CC BY 4.0',
  attribution: 'Ours.',
  sourceUrl: null,
  kind: 'UK_GDD' as const,
  files: [
    { slot: 'skills', fileId: 'f1' },
    { slot: 'roles', fileId: 'f2' },
  ],
};
const open = (answer?: object) =>
  renderPage('/programme/frameworks/import', {
    roles: ['HR_DESIGNER'],
    answers: answer
      ? [
          {
            request: { query: PREVIEW_IMPORT, variables: { input: asked } },
            result: { data: { previewFrameworkImport: answer } },
          },
        ]
      : [],
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

it('says what is missing instead of asking the API', async () => {
  await open();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Fill in for the UK Government framework' }));
  await user.click(screen.getByRole('button', { name: 'Read the files' }));
  expect(screen.getByText('Add the file with the skills.')).toBeInTheDocument();
  expect(screen.getByText('Add the file with the job roles.')).toBeInTheDocument();
  expect(screen.queryByText('Say who publishes it.')).not.toBeInTheDocument();
});
