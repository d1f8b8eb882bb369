/** Fill of the button that does what cannot be undone; white on it meets WCAG AA. */
export const danger = '#b3191e'
