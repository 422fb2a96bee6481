// t('badges:share.kind.FILE')
// t('badges:share.kind.LINK')
// t('badges:share.kind.TEXT')
// t('badges:share.kind.WITNESS')
// t('badges:share.kind.ATTESTED')
import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { achievementTitle, useFormat } from '../../lib/format.js';
import type { Badge, OtherBadge } from './badges.documents.js';
import { isCurrent } from './badge-state.js';
import styles from './share-panel.module.css';

/** What a link is to show besides the badge it is made for. */
export interface Scope {
  purpose: string;
  furtherIds: string[];
  evidence: number[];
}

export const NOTHING_ELSE: Scope = { purpose: '', furtherIds: [], evidence: [] };

interface Props {
  badge: Badge;
  others: readonly OtherBadge[];
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** Nothing is chosen beforehand: whoever shares decides about each piece. */
export function ShareScope({ badge, others, scope, onChange }: Props) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  const further = others.filter((other) => other.id !== badge.id && isCurrent({ ...other, validUntil: null }));
  return (
    <details className={styles.scope}>
      <summary>{t('share.scope')}</summary>
      <TextInput
        label={t('share.purpose')}
        description={t('share.purposeHint')}
        maxLength={100}
        value={scope.purpose}
        onChange={(event) => onChange({ ...scope, purpose: event.currentTarget.value })}
      />
      {further.length > 0 && (
        <Checkbox.Group
          label={t('share.further')}
          value={scope.furtherIds}
          onChange={(furtherIds) => onChange({ ...scope, furtherIds })}
        >
          {further.map((other) => (
            <Checkbox key={other.id} value={other.id} label={achievementTitle(other.achievementVersion)} />
          ))}
        </Checkbox.Group>
      )}
      {badge.evidenceBehind.length > 0 && (
        <Checkbox.Group
          label={t('share.evidence')}
          description={t('share.evidenceHint')}
          value={scope.evidence.map(String)}
          onChange={(chosen) => onChange({ ...scope, evidence: chosen.map(Number) })}
        >
          {badge.evidenceBehind.map(({ nth, kind, title, madeOn }) => (
            <Checkbox
              key={nth}
              value={String(nth)}
              label={[title || t(`share.kind.${kind}`), madeOn && date(madeOn)].filter(Boolean).join(', ')}
            />
          ))}
        </Checkbox.Group>
      )}
    </details>
  );
}
