import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, LinkButton } from '../../components/button.js';
import { KeyValues } from '../../components/key-values.js';
import { Section } from '../../components/page.js';
import { useFormat } from '../../lib/format.js';
import { useViewer } from '../../lib/viewer.js';
import { Outcome } from './audit-columns.js';
import { readDetail } from './audit-place.rules.js';
import type { AuditEntry } from './audit.documents.js';
import styles from './audit.module.css';
import type { AuditFilter } from './use-audit.js';

interface Props {
  entry: AuditEntry;
  onFilter: (filter: AuditFilter, value: string) => void;
  onClose: () => void;
}

/** Operations whose target is a submission; whether there is something frozen in it, the next page tells. */
const ON_SUBMISSIONS = ['submit', 'startSubmission', 'withdrawSubmission'];

/** One act in full, and the ways on from it. */
export function AuditPanel({ entry, onFilter, onClose }: Props) {
  const { t } = useTranslation('audit');
  const { may } = useViewer();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the panel stands above the list: bring it into sight.
    if (window.matchMedia('(max-width: 1000px)').matches) place.current?.scrollIntoView({ block: 'start' });
  }, [entry.id]);
  const { actorId, target } = entry;
  const submission = may('evidence.audit') && ON_SUBMISSIONS.includes(entry.operation) ? target : null;
  return (
    <aside ref={place} className={styles.panel} aria-label={entry.operation}>
      <div className={styles.head}>
        <h2>{entry.operation}</h2>
        <IconButton label={t('panel.close')} onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </div>
      <Facts entry={entry} />
      <div className={styles.acts}>
        {actorId && <Button onClick={() => onFilter('actor', actorId)}>{t('panel.onlyActor')}</Button>}
        {target && <Button onClick={() => onFilter('target', target)}>{t('panel.onlyTarget')}</Button>}
        <Button onClick={() => onFilter('operation', entry.operation)}>{t('panel.onlyOperation')}</Button>
        {submission && (
          <LinkButton to={`/admin/audit/evidence?submission=${submission}`}>{t('panel.evidence')}</LinkButton>
        )}
      </div>
      <Chain entry={entry} />
    </aside>
  );
}

function Facts({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const { given } = readDetail(entry.detail);
  return (
    <>
      <KeyValues
        items={[
          { name: t('columns.at'), value: <code className={styles.id}>{entry.at}</code> },
          { name: t('columns.actor'), value: entry.actor },
          { name: t('filters.kind'), value: t(`kind.${entry.actorKind}`) },
          { name: t('columns.outcome'), value: <Outcome entry={entry} /> },
          ...(entry.target
            ? [{ name: t('columns.target'), value: <code className={styles.id}>{entry.target}</code> }]
            : []),
        ]}
      />
      {given.length > 0 && (
        <Section title={t('panel.given')}>
          <KeyValues
            items={given.map(({ name, value }) => ({
              name: <span className={styles.wrap}>{name}</span>,
              value: <code className={styles.id}>{value}</code>,
            }))}
          />
        </Section>
      )}
    </>
  );
}

function Chain({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { sequence, chainHash } = entry;
  return (
    <Section title={t('panel.chain')}>
      <KeyValues
        items={[
          { name: t('columns.sequence'), value: sequence === null ? t('waits') : format.number(sequence) },
          { name: t('panel.digest'), value: <code className={styles.id}>{entry.digest}</code> },
          ...(chainHash ? [{ name: t('panel.hash'), value: <code className={styles.id}>{chainHash}</code> }] : []),
        ]}
      />
    </Section>
  );
}
