import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FrozenCopy } from '../../../components/frozen-copy.js';
import { OpeningsList } from '../../../components/openings-list.js';
import { Page, PageHeader, Section, WithRail } from '../../../components/page.js';
import { EmptyState, Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { achievementTitle, useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { type AuditableSubmission, OPEN_EVIDENCE, WHO_OPENED } from './audit-evidence.documents.js';
import styles from './audit-evidence.module.css';

interface Props {
  submission: AuditableSubmission;
  onOpened: () => void;
}

/** Before it is open: whose it is and who looked. While it is open: the frozen copy, read-only. */
export function AuditedSubmission({ submission, onOpened }: Props) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { owner, achievementVersion, openAudit } = submission;
  const open = useOpen(openAudit?.until ?? null) ? openAudit : null;
  const title = t('evidence.of', { name: owner.displayName });
  return (
    <Page title={title} width="reading" record={submission.submissionId}>
      <PageHeader
        title={title}
        above={<TextLink to="/admin/audit">{t('title')}</TextLink>}
        below={achievementTitle(achievementVersion)}
        acts={!open && <OpenAct submission={submission} onOpened={onOpened} />}
      />
      {open && (
        <Note tone="amber">
          {t('evidence.openUntil', { time: format.time(open.until), name: owner.displayName, reason: open.reason })}
        </Note>
      )}
      <div className={styles.body}>
        <WithRail
          rail={
            <Section title={t('evidence.openings')}>
              <Openings key={open?.id ?? 'closed'} submissionId={submission.submissionId} />
            </Section>
          }
        >
          {open?.snapshot ? (
            <FrozenCopy
              snapshot={open.snapshot}
              others={{ title: t('evidence.handedIn'), lead: t('evidence.frozen') }}
            />
          ) : (
            <EmptyState title={t('evidence.notOpen')}>{t('evidence.notOpenBody')}</EmptyState>
          )}
        </WithRail>
      </div>
    </Page>
  );
}

/** Asked for after what is open was shown, so that the look itself is among them. */
function Openings({ submissionId }: { submissionId: string }) {
  const { t } = useTranslation('audit');
  const { data } = useQuery(WHO_OPENED, { variables: { id: submissionId }, fetchPolicy: 'network-only' });
  const openings = data?.auditableSubmission?.openings;
  return openings ? <OpeningsList openings={openings} empty={t('evidence.noOpenings')} /> : null;
}

function OpenAct({ submission, onOpened }: Props) {
  const { t } = useTranslation('audit');
  const [asking, setAsking] = useState(false);
  const [open, opening] = useResultMutation(OPEN_EVIDENCE);
  const { submissionId, owner } = submission;
  const confirm = async (reason: string) => {
    const { ok } = await open({ submissionId, reason });
    if (!ok) return;
    setAsking(false);
    onOpened();
  };
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        {t('evidence.openIt')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('evidence.of', { name: owner.displayName })}
        act={t('evidence.openIt')}
        reasonLabel={t('evidence.reason')}
        busy={opening.loading}
        refusal={opening.refusal?.message ?? (opening.failed ? t('evidence.failed') : null)}
        onConfirm={(reason) => void confirm(reason)}
        onClose={() => setAsking(false)}
      >
        {t('evidence.consequence', { name: owner.displayName })}
      </ConfirmDialog>
    </>
  );
}

/** Closes on the screen when it closes on the server. */
function useOpen(until: string | null): boolean {
  const [now, setNow] = useState(() => Date.now());
  const end = until === null ? 0 : new Date(until).getTime();
  useEffect(() => {
    const left = end - Date.now();
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), left + 500);
    return () => clearTimeout(timer);
  }, [end]);
  return end > now;
}
