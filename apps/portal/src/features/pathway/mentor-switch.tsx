import { Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './skill-detail.module.css';
import { OFFER_TO_MENTOR, STOP_OFFERING_TO_MENTOR } from './skills.documents.js';

const REFETCH = { refetch: ['MySkills'] };

/** Whether colleagues with a gap in this skill find one as somebody who helps. */
export function MentorSwitch({ skillId, offers }: { skillId: string; offers: boolean }) {
  const { t } = useTranslation('pathway');
  const [offer, offering] = useResultMutation(OFFER_TO_MENTOR, REFETCH);
  const [stop, stopping] = useResultMutation(STOP_OFFERING_TO_MENTOR, REFETCH);
  const refusal = offering.refusal ?? stopping.refusal;
  return (
    <div className={styles.mentor}>
      <Switch
        label={t('mentor.offer')}
        description={t('mentor.offerHint')}
        checked={offers}
        disabled={offering.loading || stopping.loading}
        onChange={() => void (offers ? stop({ skillId }) : offer({ skillId }))}
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {(offering.failed ?? stopping.failed) && <RefusalNote>{t('failed')}</RefusalNote>}
    </div>
  );
}
