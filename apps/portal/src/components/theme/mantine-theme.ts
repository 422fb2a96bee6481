import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Mantine asks for ten shades; only a few are ever drawn, because mantine.css sets colours by token.
const accent: MantineColorsTuple = [
  '#e6f0ef',
  '#d0e3e1',
  '#a9cdca',
  '#7fb3b1',
  '#549895',
  '#2f7c80',
  '#0b5a5e',
  '#094c50',
  '#083f42',
  '#063033',
];

/** Behaviour and measures for Mantine's parts; how they look stands in mantine.css. */
export const mantineTheme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  defaultRadius: 4,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Menu: {
      defaultProps: {
        offset: 6,
        shadow: undefined,
        // The placeholder is a focusable child that is no item of the menu.
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 120, transition: 'fade' },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        padding: 24,
        transitionProps: { duration: 160, transition: 'fade' },
        // Its <header> is not the page's banner.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 120 } } },
    Popover: {
      defaultProps: {
        transitionProps: { duration: 120, transition: 'fade' },
        // A list stays with its field when the page moves under it: hidden, it would still be called open.
        hideDetached: false,
      },
    },
    Select: { defaultProps: { checkIconPosition: 'right', allowDeselect: false } },
    Textarea: { defaultProps: { autosize: true, minRows: 3 } },
  },
});
