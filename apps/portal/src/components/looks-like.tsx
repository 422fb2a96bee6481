import { useTranslation } from 'react-i18next';
import { Note } from './states.js';
import { TextLink } from './text-link.js';

interface Props {
  /** What the API says it seems to be; null where it is right here. */
  likely: { what: string; path: string; known: number; of: number } | null;
  /** The import that one stands in: nobody is sent where they are. */
  here: string;
}

/** A table that seems to be meant for another import, with the way there. */
export function LooksLike({ likely, here }: Props) {
  const { t } = useTranslation('kit');
  if (!likely) return null;
  const { what, path, known, of } = likely;
  return (
    <Note tone="amber">
      {t('looksLike.says', { what, known, of })}{' '}
      {path === here ? t('looksLike.here') : <TextLink to={path}>{t('looksLike.there')}</TextLink>}
    </Note>
  );
}
