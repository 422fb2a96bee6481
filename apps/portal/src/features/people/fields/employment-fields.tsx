import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JobRoleSelect, type NamedLevel } from './job-role-select.js';
import { type Named, PersonSelect } from './person-select.js';
import { UnitSelect } from './unit-select.js';

/** What an employment says besides its days. */
export interface EmploymentDraft {
  jobTitle: string;
  orgUnitId: string | null;
  manager: Named | null;
  jobRoleLevel: NamedLevel | null;
}

/** The fields of this form, by the names the API gives them. */
export const EMPLOYMENT_FIELDS = ['jobTitle', 'orgUnitId', 'managerId', 'jobRoleLevelId'] as const;

interface Props {
  value: EmploymentDraft;
  onChange: (next: Partial<EmploymentDraft>) => void;
  /** What the API found wrong at a field. */
  problem: (field: string) => string | undefined;
  /** Whose employment it is: nobody manages themselves. */
  personId?: string;
}

export function EmploymentFields({ value, onChange, problem, personId }: Props) {
  const { t } = useTranslation('people');
  return (
    <>
      <TextInput
        label={t('fields.jobTitle')}
        description={t('fields.jobTitleHint')}
        value={value.jobTitle}
        error={problem('jobTitle')}
        onChange={(event) => onChange({ jobTitle: event.currentTarget.value })}
        required
      />
      <UnitSelect
        label={t('fields.unit')}
        description={t('fields.unitHint')}
        value={value.orgUnitId}
        error={problem('orgUnitId')}
        onChange={(orgUnitId) => onChange({ orgUnitId })}
        required
      />
      <PersonSelect
        label={t('fields.manager')}
        description={t('fields.managerHint')}
        value={value.manager}
        error={problem('managerId')}
        onChange={(manager) => onChange({ manager })}
        without={personId}
      />
      <JobRoleSelect
        value={value.jobRoleLevel}
        error={problem('jobRoleLevelId')}
        onChange={(jobRoleLevel) => onChange({ jobRoleLevel })}
      />
    </>
  );
}

/** As the mutations take it. */
export function employmentInput(draft: EmploymentDraft) {
  return {
    jobTitle: draft.jobTitle.trim(),
    orgUnitId: draft.orgUnitId,
    managerId: draft.manager?.id ?? null,
    jobRoleLevelId: draft.jobRoleLevel?.id ?? null,
  };
}
