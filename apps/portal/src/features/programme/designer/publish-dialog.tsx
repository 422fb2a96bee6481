import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { type OpenPoint, PUBLISH_ACHIEVEMENT, type Version } from './designer.documents.js';
import { addressOf } from './sections.js';
import styles from './designer.module.css';

/** The check before publishing: it names what happens, and does not publish while something is open. */
export function PublishDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation('programme');
  const toast = useToast();
  const navigate = useNavigate();
  const [publish, { loading, refusal, failed }] = useResultMutation(PUBLISH_ACHIEVEMENT);
  const open = refusal?.__typename === 'NotReadyToPublish' ? refusal.openPoints : version.openPoints;
  if (open.length > 0) return <NotReady version={version} points={open} onClose={onClose} />;
  const months = version.validityMonths;
  const before = version.currentVersion;
  return (
    <ConfirmDialog
      open
      title={t('publish.title', { name: version.name, number: version.number })}
      act={t('designer.publish', { number: version.number })}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('unreachable') : null)}
      onClose={onClose}
      onConfirm={() =>
        void publish({ id: version.id }).then(({ ok }) => {
          if (!ok) return;
          toast(t('publish.done', { name: version.name }));
          void navigate(`/growth/achievements/${version.id}`);
        })
      }
    >
      <ul className={styles.effects}>
        <li>{t('publish.everyone')}</li>
        <li>{t('publish.fixed', { number: version.number })}</li>
        <li>{t('publish.assessors', { count: version.assessors.length })}</li>
        <li>{months === null ? t('sheet.forever') : t('sheet.valid', { count: months })}</li>
        {before && <li>{t('changes.holders', { count: before.holders ?? 0, number: before.number })}</li>}
        {before && <li>{t('changes.running', { count: before.record?.running ?? 0, number: before.number })}</li>}
        {before && (
          <li>
            {t('publish.substantive', { count: version.changes.filter(({ kind }) => kind === 'SUBSTANTIVE').length })}
          </li>
        )}
      </ul>
    </ConfirmDialog>
  );
}

function NotReady({
  version,
  points,
  onClose,
}: {
  version: Version;
  points: readonly OpenPoint[];
  onClose: () => void;
}) {
  const { t } = useTranslation('programme');
  return (
    <Modal opened onClose={onClose} title={t('publish.notYet')} closeButtonProps={{ 'aria-label': t('create.close') }}>
      <p>{t('publish.openPoints', { count: points.length })}</p>
      <ul className={styles.effects}>
        {points.map((point) => (
          <li key={`${point.field} ${point.message}`}>
            <TextLink to={addressOf(version.id, point)} onClick={onClose}>
              {point.message}
            </TextLink>
          </li>
        ))}
      </ul>
      <Button onClick={onClose} data-autofocus>
        {t('publish.back')}
      </Button>
    </Modal>
  );
}
