import type { EmploymentDraft } from '../fields/employment-fields.js';
import type { EmploymentView } from './person.documents.js';

/** What a form begins with: the employment as it is, or nothing. */
export function draftOf(employment: EmploymentView | undefined): EmploymentDraft {
  return {
    jobTitle: employment?.jobTitle ?? '',
    orgUnitId: employment?.orgUnit?.id ?? null,
    manager: employment?.manager ?? null,
    jobRoleLevel: employment?.jobRoleLevel ?? null,
  };
}
