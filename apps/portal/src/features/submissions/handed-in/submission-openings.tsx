import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { OpeningsList } from '../../../components/openings-list.js';
import { Section } from '../../../components/page.js';
import { SUBMISSION_OPENINGS } from '../submissions.documents.js';

/** Who else opened what was handed in. */
export function SubmissionOpenings({ submissionId }: { submissionId: string }) {
  const { t } = useTranslation('evidence');
  const { data } = useQuery(SUBMISSION_OPENINGS, { variables: { id: submissionId } });
  const openings = data?.submission?.openings;
  if (!openings) return null;
  return (
    <Section title={t('openings.title')}>
      <OpeningsList openings={openings} />
    </Section>
  );
}
