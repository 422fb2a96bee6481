import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page.js';
import { Note } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { Timeline } from '../../components/timeline.js';
import { useFormat } from '../../lib/format.js';
import type { Badge } from './badges.documents.js';

/** What the issuer did to a badge after it was signed, and why; its holder reads the reason. */
export function WhatWasDone({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const { dayAndTime } = useFormat();
  if (badge.statusChanges.length === 0) return null;
  // t('badges:done.SUSPEND') t('badges:done.REINSTATE') t('badges:done.REVOKE') t('badges:done.CORRECT')
  return (
    <Section title={t('done.title')}>
      {badge.supersededBy && (
        <Note>
          {t('done.superseded')} <TextLink to={`/growth/badges/${badge.supersededBy}`}>{t('done.newer')}</TextLink>
        </Note>
      )}
      <Timeline
        label={t('done.title')}
        entries={badge.statusChanges.map(({ id, kind, reason, doneAt }) => ({
          id,
          what: t(`done.${kind}`),
          when: doneAt ? dayAndTime(doneAt) : '',
          note: reason,
          state: 'done',
        }))}
      />
    </Section>
  );
}
