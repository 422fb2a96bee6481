import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RefusalNote } from '../../components/states.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './insights.module.css';
import { type Definition, type Kept, SAVE_REPORT } from './reports.documents.js';

const SCHEDULES = ['WEEKLY', 'MONTHLY'] as const;

interface Props {
  /** The kept report one looks at; it is changed where it is one's own, else a new one is kept. */
  report: Kept | null;
  definition: Definition;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** A name, who else may run it, and when one wants to be told. */
export function SaveReportDialog({ report, definition, onClose, onSaved }: Props) {
  const { t } = useTranslation('insights');
  const own = report?.viewerCan.includes('change') ? report : null;
  const [asNew, setAsNew] = useState(false);
  const [name, setName] = useState(report?.name ?? '');
  const [shared, setShared] = useState(own?.shared ?? false);
  const [schedule, setSchedule] = useState(own?.schedule ?? null);
  const [save, { loading, refusal, failed }] = useResultMutation(SAVE_REPORT, { refetch: ['SavedReports'] });
  const submit = async () => {
    const before = asNew ? null : own;
    const { ok } = await save({
      input: {
        id: before?.id ?? null,
        expectedRevision: before?.revision ?? null,
        name,
        definition: {
          ...definition,
          filters: definition.filters.filter(({ operator, value }) => operator === 'EMPTY' || value),
        },
        shared,
        schedule,
      },
    });
    if (ok) onSaved(ok.id);
  };
  return (
    <Modal opened onClose={onClose} title={t('reports.keep')} closeButtonProps={{ 'aria-label': t('reports.close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          label={t('reports.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          data-autofocus
        />
        <Checkbox
          label={t('reports.share')}
          description={t('reports.shareBody')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Select
          label={t('reports.send')}
          description={t('reports.sendBody')}
          placeholder={t('reports.never')}
          data={SCHEDULES.map((value) => ({ value, label: t(`reports.schedule.${value}`) }))}
          value={schedule}
          onChange={(word) => setSchedule(SCHEDULES.find((each) => each === word) ?? null)}
          clearable
        />
        {own && (
          <Checkbox
            label={t('reports.asNew')}
            checked={asNew}
            onChange={(event) => setAsNew(event.currentTarget.checked)}
          />
        )}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('reports.unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('reports.cancel')}</Button>
          <Button variant="primary" type="submit" busy={loading}>
            {t('reports.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
