import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { type Version } from './designer.documents.js';
import { DUPLICATE_ACHIEVEMENT, OFFER_AGAIN, RETIRE_ACHIEVEMENT } from './versions.documents.js';
import styles from './designer.module.css';

/** What is done to the whole achievement now and then: copy it, stop offering it, offer it again. */
export function DesignerMenu({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const toast = useToast();
  const navigate = useNavigate();
  const { may } = useViewer();
  const [retiring, setRetiring] = useState(false);
  const [duplicate, duplicating] = useResultMutation(DUPLICATE_ACHIEVEMENT);
  const [retire, toRetire] = useResultMutation(RETIRE_ACHIEVEMENT);
  const [offer, offering] = useResultMutation(OFFER_AGAIN);
  const refusal = duplicating.refusal ?? offering.refusal;
  const { name, id, achievementId, state, viewerCan } = version;
  const copy = async () => {
    const { ok } = await duplicate({ id });
    if (ok) void navigate(`/programme/achievements/${ok.id}`);
  };
  const again = async () => {
    const { ok } = await offer({ id });
    if (ok) toast(t('retire.again', { name }));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button busy={duplicating.loading || offering.loading}>{t('designer.more')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void copy()}>{t('designer.duplicate')}</Menu.Item>
          {state !== 'DRAFT' && may('credential.govern') && (
            <Menu.Item component={Link} to={`/programme/credentials/again?achievement=${achievementId}`}>
              {t('designer.signAgain')}
            </Menu.Item>
          )}
          {viewerCan.includes('retire') && (
            <Menu.Item onClick={() => setRetiring(true)}>{t('designer.retire')}</Menu.Item>
          )}
          {viewerCan.includes('offerAgain') && (
            <Menu.Item onClick={() => void again()}>{t('designer.offerAgain')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      <ConfirmDialog
        open={retiring}
        danger
        title={t('retire.title', { name })}
        act={t('retire.act')}
        reasonLabel={t('retire.reason')}
        busy={toRetire.loading}
        refusal={toRetire.refusal?.message ?? (toRetire.failed ? t('unreachable') : null)}
        onClose={() => setRetiring(false)}
        onConfirm={(reason) =>
          void retire({ id, reason }).then(({ ok }) => {
            if (!ok) return;
            setRetiring(false);
            toast(t('retire.done', { name }));
          })
        }
      >
        <ul className={styles.effects}>
          <li>{t('retire.stops')}</li>
          <li>{t('retire.keeps')}</li>
          <li>{t('retire.goesOn')}</li>
        </ul>
      </ConfirmDialog>
    </>
  );
}
