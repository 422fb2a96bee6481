import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Note, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { ProviderAgreement } from './provider-agreement.js';
import { ProviderFields, type ProviderForm } from './provider-fields.js';
import { ADD_PROVIDER, CHANGE_PROVIDER, type Provider, REMOVE_PROVIDER } from './sign-in.documents.js';
import styles from './sign-in.module.css';

const LIST = { refetch: ['IdentityProviders'] };

interface Props {
  /** Null: a new one. */
  provider: Provider | null;
  onClose: () => void;
}

/** Adds, changes or removes a provider. What the API finds wrong stands at its field. */
export function ProviderDialog({ provider, onClose }: Props) {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const [form, setForm] = useState<ProviderForm>(() => formOf(provider));
  const [removing, setRemoving] = useState(false);
  const [add, adding] = useResultMutation(ADD_PROVIDER, LIST);
  const [change, changing] = useResultMutation(CHANGE_PROVIDER, LIST);
  const [remove, removal] = useResultMutation(REMOVE_PROVIDER, LIST);
  const readOnly = provider !== null && !provider.viewerCan.includes('change');
  const { refusal, failed } = provider ? changing : adding;
  const problems = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  const save = async () => {
    const input = inputOf(form);
    const { ok } = provider ? await change({ id: provider.id, input }) : await add({ input });
    if (!ok) return;
    const waits = ok.state === 'WAITS';
    toast(t(waits ? 'agreement.asked' : provider ? 'form.changed' : 'form.added', { name: ok.name }));
    // t('sign-in:form.changed') t('sign-in:form.added') t('sign-in:agreement.asked')
    onClose();
  };
  const removeIt = async () => {
    if (!provider) return;
    const { ok } = await remove({ id: provider.id });
    if (!ok) return;
    toast(t('remove.done', { name: provider.name }));
    onClose();
  };
  if (removing && provider)
    return (
      <ConfirmDialog
        open
        title={t('remove.title', { name: provider.name })}
        act={t('remove.act')}
        danger
        busy={removal.loading}
        refusal={removal.refusal?.message ?? (removal.failed && t('failed'))}
        onConfirm={() => void removeIt()}
        onClose={() => setRemoving(false)}
      >
        {t('remove.body', { count: provider.peopleCount })}
      </ConfirmDialog>
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={provider ? provider.name : t('form.title')}
      size={640}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {provider?.state === 'WAITS' && <ProviderAgreement provider={provider} onAgreed={onClose} />}
        {readOnly && <Note>{t('form.readOnly')}</Note>}
        <ProviderFields
          form={form}
          onChange={(next) => setForm((now) => ({ ...now, ...next }))}
          hasSecret={provider?.hasSecret ?? false}
          readOnly={readOnly}
          problemAt={(field) => problems.find((problem) => problem.field === field)?.message}
        />
        {refusal && problems.length === 0 && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        <div className={styles.acts}>
          {provider?.viewerCan.includes('remove') && (
            <Button variant="danger" className={styles.apart} onClick={() => setRemoving(true)}>
              {t('remove.act')}
            </Button>
          )}
          <Button onClick={onClose}>{readOnly ? t('close') : t('cancel')}</Button>
          {!readOnly && (
            <Button type="submit" variant="primary" busy={adding.loading || changing.loading}>
              {provider ? t('form.save') : t('form.add')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}

function formOf(provider: Provider | null): ProviderForm {
  return {
    name: provider?.name ?? '',
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    enabled: provider?.enabled ?? true,
    trustUnverifiedEmail: provider?.trustUnverifiedEmail ?? false,
    personNumberClaim: provider?.personNumberClaim ?? '',
    createPeople: provider?.createPeople ?? false,
    allowedDomains: provider?.allowedDomains.join(', ') ?? '',
  };
}

/** A secret that was not typed stays what it is. */
function inputOf({ clientSecret, allowedDomains, ...others }: ProviderForm) {
  const domains = allowedDomains.split(/[\s,;]+/).filter((domain) => domain !== '');
  return { ...others, allowedDomains: domains, clientSecret: clientSecret || null };
}
