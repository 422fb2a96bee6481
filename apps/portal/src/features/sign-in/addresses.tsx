import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { useToast } from '../../components/toast.js';
import styles from './sign-in.module.css';

interface Props {
  addresses: { redirect: string; afterLogout: string; backchannelLogout: string };
}

/** What a provider has to be told about this installation, each ready to be copied. */
export function Addresses({ addresses }: Props) {
  const { t } = useTranslation('sign-in');
  const toast = useToast();
  const copy = async (name: string, address: string) => {
    await navigator.clipboard.writeText(address);
    toast(t('addresses.copied', { name }));
  };
  const rows = [
    { name: t('addresses.redirect'), address: addresses.redirect },
    { name: t('addresses.afterLogout'), address: addresses.afterLogout },
    { name: t('addresses.backchannelLogout'), address: addresses.backchannelLogout },
  ];
  return (
    <dl className={styles.addresses}>
      {rows.map(({ name, address }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{address}</code>
            <Button size="small" onClick={() => void copy(name, address)} aria-label={t('addresses.copyOf', { name })}>
              {t('addresses.copy')}
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
