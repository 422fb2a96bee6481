import { screen, within } from '@testing-library/react';
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
  skillsFileId: 'f1',
  rolesFileId: 'f2',
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

it('names the line and the column that stop an import, and keeps what was filled in', async () => {
  sessionStorage.setItem('assay-framework-import', JSON.stringify(form));
  await open({
    __typename: 'ImportRejected',
    message: 'The files cannot be imported. Nothing was written.',
    problems: [
      {
        __typename: 'ImportFinding',
        severity: 'ERROR',
        file: 'roles.csv',
        row: 812,
        column: 'Skill Level',
        message: '“Guru” is no level.',
      },
    ],
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Read the files' }));

  const row = within(await screen.findByRole('table', { name: 'What stands in the way' })).getAllByRole('row')[1];
  expect(row).toHaveTextContent('roles.csv812Skill Level“Guru” is no level.');
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
