import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Neutral greys: colour is kept for what has a meaning. */
const gray: MantineColorsTuple = [
  '#f9f9fa',
  '#f2f2f4',
  '#e7e7ea',
  '#d9d9de',
  '#c3c4ca',
  '#a0a1a9',
  '#787a83',
  '#565861',
  '#393b42',
  '#222329',
]
const dark: MantineColorsTuple = [
  '#d5d6d9',
  '#b4b6bb',
  '#8f9198',
  '#6c6e76',
  '#4a4c52',
  '#37383d',
  '#2a2b2f',
  '#202124',
  '#191a1c',
  '#131415',
]
/** The one accent, apart from every verdict's colour. */
const indigo: MantineColorsTuple = [
  '#f0f2fc',
  '#dfe3f7',
  '#bdc5ef',
  '#98a5e6',
  '#7989dd',
  '#6577d6',
  '#586bd0',
  '#4a5bb8',
  '#4151a5',
  '#353f8c',
]

/** 14 px base on a 4 px grid. */
export const theme = createTheme({
  colors: { gray, dark, indigo },
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '26px', lineHeight: '34px' },
      h2: { fontSize: '20px', lineHeight: '28px' },
      h3: { fontSize: '16px', lineHeight: '24px' },
      h4: { fontSize: '15px', lineHeight: '22px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontSize: '16px', fontWeight: 650 }, content: { border: '1px solid var(--line)' } },
    },
  },
})
