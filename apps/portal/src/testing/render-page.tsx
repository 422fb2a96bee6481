import { ApolloClient } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { permissionsOf, type Role } from '@assay/access';
import { render } from '@testing-library/react';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Providers } from '../app/providers.js';
import { routes } from '../app/routes.js';
import { SETUP } from '../features/administration/administration.documents.js';
import { createCache } from '../lib/apollo.js';
import { startI18n } from '../lib/i18n.js';
import { VIEWER } from '../lib/viewer.documents.js';

interface Options {
  roles?: Role[];
  /** Answers of the API, as often as they are asked for. */
  answers?: MockLink.MockedResponse[];
  language?: string;
}

// Every page of the administration asks for it.
const NOTHING_TO_SET_UP: MockLink.MockedResponse = {
  request: { query: SETUP },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: { data: { setupChecklist: [] } },
};

const catalogues = join(__dirname, '../locales/en');

const loadArea = async (area: string) =>
  JSON.parse(await readFile(join(catalogues, `${area}.json`), 'utf8')) as Record<string, unknown>;

/** Renders an address as somebody of these roles would see it, with the whole shell around it. */
export async function renderPage(
  address: string,
  { roles = ['EMPLOYEE'], answers = [], language = 'en' }: Options = {},
) {
  const link = new MockLink([
    asSomebody(roles),
    ...answers.map((answer) => ({ maxUsageCount: Number.POSITIVE_INFINITY, ...answer })),
    NOTHING_TO_SET_UP,
  ]);
  const client = new ApolloClient({ link, cache: createCache(), dataMasking: true });
  const areas = (await readdir(catalogues)).map((file) => file.replace('.json', ''));
  const i18n = await startI18n(loadArea, language, areas);
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const screen = render(
    <Providers client={client} i18n={i18n} env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...screen, router, client };
}

function asSomebody(roles: Role[]): MockLink.MockedResponse {
  return {
    request: { query: VIEWER },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: {
      data: {
        viewer: {
          __typename: 'Viewer',
          person: {
            __typename: 'Person',
            id: 'person-amara',
            displayName: 'Amara Okafor',
            initials: 'AO',
            employment: {
              __typename: 'Employment',
              id: 'employment-amara',
              jobTitle: 'Developer',
              orgUnit: { __typename: 'OrgUnit', id: 'unit', name: 'Network Telemetry' },
            },
          },
          roles,
          permissions: permissionsOf([...new Set<Role>(['EMPLOYEE', ...roles])]),
          isManager: roles.includes('MANAGER'),
          unreadNotifications: 2,
          heldReviews: 1,
          ownKeys: null,
        },
        organisation: {
          __typename: 'Organisation',
          id: 'organisation',
          name: 'Calder Water',
          isDemo: true,
          notice: 'The company and all its people are invented.',
          publicUrl: 'http://localhost:4000',
        },
      },
    },
  };
}
