import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { OpeningsList } from '../../components/openings-list.js';
import { Section } from '../../components/page.js';
import { EVIDENCE_OPENINGS } from './evidence.documents.js';

/** Who else opened this item after it was handed in. */
export function ItemOpenings({ itemId }: { itemId: string }) {
  const { t } = useTranslation('evidence');
  const { data } = useQuery(EVIDENCE_OPENINGS, { variables: { id: itemId } });
  const openings = data?.evidenceItem?.openings;
  if (!openings) return null;
  return (
    <Section title={t('openings.title')}>
      <OpeningsList openings={openings} />
    </Section>
  );
}
