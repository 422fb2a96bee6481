import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { FileDrop } from '../../../components/file-drop.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { ADD_LOGO, type Kit } from './badges.documents.js';
import styles from './studio.module.css';

interface Props {
  kept: Kit['logo'];
  logoId: string | null;
  onChange: (logoId: string | null) => void;
}

const MOST_BYTES = 256 * 1024;

/** The logo: taken in as shapes or drawn anew; what does not belong in one is refused with its place. */
export function LogoField({ kept, logoId, onChange }: Props) {
  const { t } = useTranslation('studio');
  const [add, { loading, failed }] = useResultMutation(ADD_LOGO);
  const [added, setAdded] = useState<{ id: string; name: string } | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const take = async ([file]: File[]) => {
    if (!file) return;
    if (file.size > MOST_BYTES) return setProblems([t('logo.tooLarge')]);
    const { ok, refusal } = await add({ name: file.name, content: await base64Of(file) });
    if (ok) {
      setAdded(ok);
      setProblems([]);
      onChange(ok.id);
    } else if (refusal)
      setProblems('problems' in refusal ? refusal.problems.map(({ message }) => message) : [refusal.message]);
  };
  const name = [added, kept].find((each) => each?.id === logoId)?.name;
  return (
    <div className={styles.logo}>
      <h2>{t('logo.title')}</h2>
      <FileDrop
        multiple={false}
        accept=".svg,.png,.jpg,.jpeg,.webp"
        disabled={loading}
        hint={t('logo.hint')}
        onFiles={(files) => void take(files)}
      />
      {problems.length > 0 && (
        <RefusalNote>
          {t('logo.refused')}
          {problems.map((problem) => (
            <span key={problem}>{` ${problem}`}</span>
          ))}
        </RefusalNote>
      )}
      {failed && <RefusalNote>{t('logo.failed')}</RefusalNote>}
      {logoId && (
        <p className={styles.logoName}>
          {name ?? t('logo.some')}{' '}
          <Button size="small" variant="quiet" onClick={() => onChange(null)}>
            {t('logo.remove')}
          </Button>
        </p>
      )}
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
