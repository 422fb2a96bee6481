import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';
import { ADD_PROVIDER, type KeptCourse, SAVE_PROVIDER } from './course.documents.js';

type Provider = Omit<NonNullable<KeptCourse['provider']>, 'viewerCan'>;

interface Props {
  /** Null: a new one. */
  provider: Provider | null;
  /** What was looked for and not found. */
  named?: string;
  onClose: () => void;
  onSaved?: (provider: { id: string; name: string }) => void;
}

const KINDS = ['OWN', 'UNIVERSITY', 'TRAINING_COMPANY', 'PROFESSIONAL_BODY', 'PLATFORM', 'OTHER'] as const;
const TRUST = ['TRUSTED', 'UNCHECKED', 'NOT_TRUSTED'] as const;

/** Who gives courses, and whether we trust what they say of people: with the reason. */
export function ProviderDialog({ provider, named = '', onClose, onSaved }: Props) {
  const { t } = useTranslation('courses');
  const [facts, setFacts] = useState(() => ({
    name: provider?.name ?? named,
    website: provider?.website ?? '',
    country: provider?.country ?? '',
    kind: provider?.kind ?? ('OTHER' as const),
    qualityAssurance: provider?.qualityAssurance ?? '',
    trust: provider?.trust ?? ('UNCHECKED' as const),
    trustReason: provider?.trustReason ?? '',
    agreement: provider?.agreement ?? '',
  }));
  const [issuers, setIssuers] = useState(provider?.issuerIds.join('\n') ?? '');
  const [add, adding] = useResultMutation(ADD_PROVIDER, { refetch: ['ProviderChoices', 'Providers'] });
  const [save, saving] = useResultMutation(SAVE_PROVIDER, { refetch: ['Providers'] });
  const { loading, refusal, failed } = provider ? saving : adding;
  const problems = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const put = (changed: Partial<typeof facts>) => setFacts({ ...facts, ...changed });
  const send = async () => {
    const input = { ...facts, issuerIds: issuers.split('\n') };
    const { ok } = provider
      ? await save({ id: provider.id, expectedRevision: provider.revision, input })
      : await add({ input });
    if (!ok) return;
    onSaved?.({ id: ok.id, name: ok.name });
    onClose();
  };
  const text = (field: 'name' | 'website' | 'country', required = false) => (
    <TextInput
      label={t(`provider.${field}`)}
      value={facts[field]}
      error={at(field)}
      required={required}
      onChange={(event) => put({ [field]: event.currentTarget.value })}
    />
  );
  // t('courses:provider.name') t('courses:provider.website') t('courses:provider.country')
  return (
    <Modal
      opened
      onClose={onClose}
      title={provider ? t('provider.edit') : t('provider.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {text('name', true)}
        <div className={styles.two}>
          <Select
            label={t('provider.kind')}
            data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={facts.kind}
            allowDeselect={false}
            onChange={(value) => put({ kind: KINDS.find((each) => each === value) ?? facts.kind })}
          />
          {text('country')}
        </div>
        {text('website')}
        <Textarea
          label={t('provider.qualityAssurance')}
          value={facts.qualityAssurance}
          error={at('qualityAssurance')}
          autosize
          minRows={2}
          onChange={(event) => put({ qualityAssurance: event.currentTarget.value })}
        />
        <Select
          label={t('provider.trust')}
          data={TRUST.map((value) => ({ value, label: t(`trust.${value}`) }))}
          value={facts.trust}
          allowDeselect={false}
          onChange={(value) => put({ trust: TRUST.find((each) => each === value) ?? facts.trust })}
        />
        <Textarea
          label={t('provider.trustReason')}
          value={facts.trustReason}
          error={at('trustReason')}
          autosize
          minRows={2}
          onChange={(event) => put({ trustReason: event.currentTarget.value })}
        />
        <Textarea
          label={t('provider.issuerIds')}
          description={t('provider.issuerIdsHint')}
          value={issuers}
          error={at('issuerIds')}
          autosize
          minRows={2}
          onChange={(event) => setIssuers(event.currentTarget.value)}
        />
        <Textarea
          label={t('provider.agreement')}
          value={facts.agreement}
          error={at('agreement')}
          autosize
          minRows={2}
          onChange={(event) => put({ agreement: event.currentTarget.value })}
        />
        {refusal && problems.length === 0 && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.ends}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!facts.name.trim()}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
