import { useApolloClient } from '@apollo/client/react';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Initials } from '../components/initials.js';
import { LANGUAGES } from '../lib/i18n.js';
import { useDensity, useLanguage, useTheme, type Density, type Theme } from '../lib/preferences.js';
import { signOut } from '../lib/session.js';
import { useViewer } from '../lib/viewer.js';
import styles from './person-menu.module.css';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const DENSITIES: readonly Density[] = ['compact', 'standard', 'relaxed'];

/** Who is signed in, and how they like their screens. */
export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const { t, i18n } = useTranslation('shell');
  const { person } = useViewer();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const [, setLanguage] = useLanguage();

  const leave = async () => {
    await signOut();
    await client.clearStore();
    await navigate('/sign-in');
  };
  const speak = async (language: string) => {
    setLanguage(language);
    await i18n.changeLanguage(language);
  };

  return (
    <Menu position="bottom-end" width={248}>
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
        {LANGUAGES.map((language) => (
          <Choice key={language} chosen={i18n.language === language} onChoose={() => void speak(language)}>
            {t(`languages.${language}`)}
          </Choice>
        ))}
        <Menu.Label>{t('person.theme')}</Menu.Label>
        {THEMES.map((each) => (
          <Choice key={each} chosen={each === theme} onChoose={() => setTheme(each)}>
            {t(`themes.${each}`)}
          </Choice>
        ))}
        <Menu.Label>{t('person.density')}</Menu.Label>
        {DENSITIES.map((each) => (
          <Choice key={each} chosen={each === density} onChoose={() => setDensity(each)}>
            {t(`densities.${each}`)}
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onKeys}>{t('person.keys')}</Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t('person.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  // t('shell:languages.en') t('shell:themes.light') t('shell:themes.dark') t('shell:themes.system')
  // t('shell:densities.compact') t('shell:densities.standard') t('shell:densities.relaxed')
}

function Choice({ chosen, onChoose, children }: { chosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={chosen}
      closeMenuOnClick={false}
      onClick={onChoose}
      rightSection={chosen ? <IconCheck size={16} stroke={1.6} aria-hidden /> : null}
    >
      {children}
    </Menu.Item>
  );
}
