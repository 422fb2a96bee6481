import type { Role } from '@assay/access';
import type { INestApplicationContext } from '@nestjs/common';
import { OrganisationService } from '../features/people/organisation.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import type { Cast } from './cast.js';

/** Of each role the person who has the most to show. */
const PERSONAS: readonly { key: string; role: Role; note: string }[] = [
  { key: 'noor', role: 'HR_DESIGNER', note: 'imports frameworks and designs what can be earned' },
  { key: 'bartek', role: 'EMPLOYEE', note: 'holds badges, one has lapsed, and sees what to do next' },
  { key: 'chiara', role: 'ASSESSOR', note: 'has submissions to mark, one of them overdue' },
  { key: 'emeka', role: 'MANAGER', note: 'sees what a crew of twelve can really do' },
  { key: 'bea', role: 'PROGRAMME_OWNER', note: 'runs the programme and watches issuance' },
  { key: 'wanjiru', role: 'ASSESSMENT_LEAD', note: 'names founding assessors' },
  { key: 'gareth', role: 'ADMINISTRATOR', note: 'adds people, grants roles, watches jobs' },
  { key: 'yusuf', role: 'AUDITOR', note: 'reads the audit log' },
];

export async function suggestPersonas(app: INestApplicationContext, system: Viewer, cast: Cast): Promise<void> {
  const organisations = app.get(OrganisationService);
  for (const { key, role, note } of PERSONAS)
    await organisations.suggestPersona(system, { personId: cast.idOf(key), role, note });
}
