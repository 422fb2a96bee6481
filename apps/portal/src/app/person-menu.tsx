import { useApolloClient } from '@apollo/client/react';
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Initials } from '../components/initials.js';
import { LANGUAGES } from '../lib/i18n.js';
import { useDensity, useLanguage, useTheme, type Density, type Theme } from '../lib/preferences.js';
import { signOut } from '../lib/session.js';
import { hasLeft, useViewer } from '../lib/viewer.js';
import styles from './person-menu.module.css';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const DENSITIES: readonly Density[] = ['compact', 'standard', 'relaxed'];

/** Who is signed in, and how they like their screens. */
export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const { t, i18n } = useTranslation('shell');
  const { person, roles } = useViewer();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const [, setLanguage] = useLanguage();

  const leave = async () => {
    const elsewhere = await signOut();
    await client.clearStore();
    if (elsewhere) window.location.assign(elsewhere);
    else await navigate('/sign-in');
  };
  const speak = async (language: string) => {
    setLanguage(language);
    await i18n.changeLanguage(language);
  };

  // t('shell:languages.en') t('shell:themes.light') t('shell:themes.dark') t('shell:themes.system')
  // t('shell:densities.compact') t('shell:densities.standard') t('shell:densities.relaxed')
  return (
    <Menu position="bottom-end" width={248} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={styles.person} aria-label={t('person.menu', { name: person.displayName })}>
          <Initials>{person.initials}</Initials>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{person.displayName}</strong>
          <span>{person.employment?.jobTitle}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('person.language')}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(language) => void speak(language)}>
          {LANGUAGES.map((language) => (
            <Menu.RadioItem key={language} value={language}>
              {t(`languages.${language}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('person.theme')}</Menu.Label>
        <Menu.RadioGroup
          value={theme}
          onChange={(chosen) => setTheme(THEMES.find((each) => each === chosen) ?? 'system')}
        >
          {THEMES.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {t(`themes.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('person.density')}</Menu.Label>
        <Menu.RadioGroup
          value={density}
          onChange={(chosen) => setDensity(DENSITIES.find((each) => each === chosen) ?? 'standard')}
        >
          {DENSITIES.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {t(`densities.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {!hasLeft({ roles }) && (
          <>
            <Menu.Item onClick={() => void navigate('/account/access')}>{t('person.access')}</Menu.Item>
            <Menu.Item onClick={() => void navigate('/account/sessions')}>{t('person.sessions')}</Menu.Item>
          </>
        )}
        <Menu.Item onClick={() => void navigate('/account/keeping')}>{t('person.keeping')}</Menu.Item>
        <Menu.Item onClick={onKeys}>{t('person.keys')}</Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t('person.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
