import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { Section } from '../../../components/page.js';
import { EmptyState } from '../../../components/states.js';
import { NameLink } from '../../../components/text-link.js';
import styles from '../quality.module.css';
import { EXEMPLARS } from './calibration.documents.js';
import { ExemplarDialog } from './exemplar-dialog.js';

/** Definitively marked work, and where two people still have to agree. */
export function ExemplarList() {
  const { t } = useTranslation('quality');
  const { data } = useQuery(EXEMPLARS, { variables: {} });
  const [making, setMaking] = useState(false);
  const rows = data?.exemplars.edges.map(({ node }) => node);
  return (
    <Section
      title={t('exemplar.title')}
      aside={
        <Button size="small" onClick={() => setMaking(true)}>
          {t('exemplar.make')}
        </Button>
      }
    >
      {rows?.length === 0 && <EmptyState title={t('exemplar.none')}>{t('exemplar.noneBody')}</EmptyState>}
      <ul className={styles.rows}>
        {rows?.map(({ id, title, version, agreedAt, definitive }) => (
          <li key={id}>
            <div className={styles.line}>
              <NameLink to={`/reviews/calibration/exemplars/${id}`}>{title}</NameLink>
              {agreedAt ? (
                <StatusWord tone="green">
                  {t('exemplar.agreed', {
                    one: definitive?.proposedBy.displayName,
                    two: definitive?.agreedBy?.displayName,
                  })}
                </StatusWord>
              ) : (
                <StatusWord tone="amber">
                  {definitive
                    ? t('exemplar.proposed', { name: definitive.proposedBy.displayName })
                    : t('exemplar.notJudged')}
                </StatusWord>
              )}
            </div>
            <p className={styles.facts}>{version.name}</p>
          </li>
        ))}
      </ul>
      {making && <ExemplarDialog onClose={() => setMaking(false)} />}
    </Section>
  );
}
