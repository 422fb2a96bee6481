import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { RESTORE_TEMPLATE, type Template, TEMPLATES_TAKEN_OUT } from './badges.documents.js';
import styles from './studio.module.css';

interface Props {
  looks: Template['earlier'];
  shown: number | null;
  onShow: (revision: number) => void;
}

/** How a template was before, the last one first. */
export function EarlierLooks({ looks, shown, onShow }: Props) {
  const { t } = useTranslation('studio');
  const { date } = useFormat();
  if (looks.length === 0) return null;
  return (
    <section aria-label={t('versions.earlier')}>
      <h2 className={styles.findingsHead}>{t('versions.earlier')}</h2>
      <ul className={styles.versions}>
        {looks.map(({ revision, name, changedAt }) => (
          <li key={revision} data-shown={revision === shown || undefined}>
            <span>{t('versions.lookOf', { name, date: date(changedAt) })}</span>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('versions.lookAtLook', { name, date: date(changedAt) })}
              aria-pressed={revision === shown}
              onClick={() => onShow(revision)}
            >
              {t('versions.look')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Templates that cannot be chosen any more, to be put back. */
export function TemplatesTakenOut({ onBack }: { onBack: (id: string) => void }) {
  const { t } = useTranslation('studio');
  const { date } = useFormat();
  const { data } = useQuery(TEMPLATES_TAKEN_OUT);
  const [restore, { loading, refusal }] = useResultMutation(RESTORE_TEMPLATE, {
    refetch: ['BadgeTemplates', 'BadgeTemplatesTakenOut'],
  });
  const gone = data?.badgeTemplates ?? [];
  if (gone.length === 0) return null;
  const back = async (id: string) => {
    const { ok } = await restore({ id });
    if (ok) onBack(ok.id);
  };
  return (
    <section aria-label={t('templates.takenOut')}>
      <h2 className={styles.findingsHead}>{t('templates.takenOut')}</h2>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      <ul className={styles.versions}>
        {gone.map(({ id, name, archivedAt }) => (
          <li key={id}>
            <span>{t('templates.takenOutOn', { name, date: archivedAt ? date(archivedAt) : '' })}</span>
            <Button
              size="small"
              aria-label={t('templates.restoreName', { name })}
              busy={loading}
              onClick={() => void back(id)}
            >
              {t('templates.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
