import '../components/theme/mantine-parts.js';
import '@fontsource/ibm-plex-mono/latin-400.css';
import '../components/theme/fonts.css';
import '../components/theme/tokens.css';
import '../components/theme/base.css';
import '../components/theme/mantine.css';
import { createRoot } from 'react-dom/client';
import { createClient } from '../lib/apollo.js';
import { chosenLanguage, startI18n } from '../lib/i18n.js';
import { read } from '../lib/preferences.js';
import { App } from './app.js';
import { preloadFonts } from './preload-fonts.js';
import { letLibrariesStyle } from './style-nonce.js';
import { refuseMarkupFromText } from './trusted-types.js';

refuseMarkupFromText();
preloadFonts();
letLibrariesStyle();

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('../locales/en/*.json');

const loadArea = async (area: string) => {
  const load = catalogues[`../locales/en/${area}.json`];
  return load ? (await load()).default : {};
};

const i18n = await startI18n(loadArea, chosenLanguage(location.search, read('assay-language')), ['kit', 'shell']);
document.documentElement.lang = i18n.language;

// The sheet of parts is for those who build; it is not in the product.
const kit = import.meta.env.DEV
  ? [{ path: '/kit', lazy: async () => ({ Component: (await import('./kit-page.js')).KitPage }) }]
  : [];

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(<App client={createClient()} i18n={i18n} more={kit} />);
