import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Note, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { APPROVE_PROVIDER, type Provider } from './sign-in.documents.js';

/** What a provider waits for, and the second administrator's yes to what stands below. */
export function ProviderAgreement({ provider, onAgreed }: { provider: Provider; onAgreed: () => void }) {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const [approve, { loading, refusal, failed }] = useResultMutation(APPROVE_PROVIDER, {
    refetch: ['IdentityProviders'],
  });
  const agree = async () => {
    const { ok } = await approve({ id: provider.id, askedAt: provider.askedAt });
    if (!ok) return;
    toast(t('agreement.done', { name: ok.name }));
    onAgreed();
  };
  const asker = provider.askedBy?.displayName ?? t('agreement.somebody');
  return (
    <>
      <Note>{t('agreement.lead', { name: asker })}</Note>
      {provider.viewerCan.includes('approve') && (
        <div>
          <Button busy={loading} onClick={() => void agree()}>
            {t('agreement.act')}
          </Button>
        </div>
      )}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </>
  );
}
