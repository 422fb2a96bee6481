import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button.js';
import { DataTable } from '../../../../components/data-table.js';
import { Section } from '../../../../components/page.js';
import { RefusalNote } from '../../../../components/states.js';
import { NameLink } from '../../../../components/text-link.js';
import { useResultMutation } from '../../../../lib/result.js';
import { BEGIN_BULK_CORRECTION, type ReissuableRow } from './again.documents.js';
import styles from './again.module.css';

interface Props {
  rows: readonly ReissuableRow[];
  /** Several badges of one person, so that it has to be said which. */
  ofPerson: boolean;
  onBegun: (id: string) => void;
}

/** What each next edition would say differently; all are chosen to begin with. */
export function OtherwiseTable({ rows, ofPerson, onBegun }: Props) {
  const { t } = useTranslation('again');
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [begin, { loading, refusal, failed }] = useResultMutation(BEGIN_BULK_CORRECTION);
  const chosen = rows.map(({ credential }) => credential.id).filter((id) => !left.has(id));
  const run = async () => {
    const { ok } = await begin({ input: { credentialIds: chosen, reason } });
    if (ok) onBegun(ok.id);
  };
  // t('again:badge') t('again:holder')
  // t('again:field.HOLDER_NAME') t('again:field.BADGE_NAME') t('again:field.BADGE_TEXT')
  // t('again:field.VALID_FROM') t('again:field.VALID_UNTIL')
  return (
    <Section title={t('otherwise', { count: rows.length })}>
      <DataTable
        label={t('differs')}
        keys={false}
        density="compact"
        rows={[...rows]}
        rowId={({ credential }) => credential.id}
        empty={null}
        columns={[
          {
            id: 'chosen',
            head: <span className="visually-hidden">{t('chosen')}</span>,
            phone: true,
            width: 44,
            cell: ({ credential: { id, person, achievementVersion } }) => (
              <Checkbox
                aria-label={ofPerson ? achievementVersion.name : t('choose', { name: person.displayName })}
                checked={!left.has(id)}
                onChange={(event) =>
                  leave(new Set(event.currentTarget.checked ? [...left].filter((each) => each !== id) : [...left, id]))
                }
              />
            ),
          },
          {
            id: 'which',
            head: t(ofPerson ? 'badge' : 'holder'),
            phone: true,
            width: ofPerson ? 280 : 200,
            cell: ({ credential: { id, person, achievementVersion } }) => (
              <NameLink to={`/programme/credentials/${id}`}>
                {ofPerson ? achievementVersion.name : person.displayName}
              </NameLink>
            ),
          },
          { id: 'differs', head: t('differs'), phone: true, cell: (row) => <Differs row={row} /> },
        ]}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0 && reason.trim()) void run();
        }}
      >
        <Textarea
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          required
        />
        <p className={styles.hint}>{t('happens')}</p>
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={loading} disabled={chosen.length === 0 || !reason.trim()}>
            {t('act', { count: chosen.length })}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Differs({ row: { corrections } }: { row: ReissuableRow }) {
  const { t } = useTranslation('again');
  return (
    <span className={styles.differs}>
      {corrections.map(({ field, was, becomes }) => (
        <span key={field}>
          <small>{t(`field.${field}`)}</small> <del>{was}</del> <ins>{becomes}</ins>
        </span>
      ))}
    </span>
  );
}
