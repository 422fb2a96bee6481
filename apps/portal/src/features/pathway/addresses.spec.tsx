import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.js';
import { MY_SKILLS } from './skills.documents.js';

it('shows skills of today when the day of the address is none', async () => {
  await renderPage('/growth/skills?on=2026-99-99', {
    answers: [
      {
        request: { query: MY_SKILLS, variables: { asOf: null } },
        result: {
          data: {
            viewer: { __typename: 'Viewer', person: { __typename: 'Person', id: 'p', skillLayers: [] } },
          },
        },
      },
    ],
  });
  expect(await screen.findByRole('heading', { name: 'Skills', level: 1 })).toBeVisible();
});
