import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { cssVariables } from '#renderer/app/css-variables.ts'
import { theme } from '#renderer/app/theme.ts'

const variables = cssVariables(mergeMantineTheme(DEFAULT_THEME, theme))
const texts = ['--code-tag', '--code-attribute', '--code-value', '--code-aside', '--mantine-color-dimmed'] as const

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each(texts)('%s can be read on every surface', (text) => {
    for (const surface of ['--surface', '--surface-sunken', '--window'])
      expect(contrast(colour(scheme, text), colour(scheme, surface))).toBeGreaterThanOrEqual(4.5)
  })

  test('what differs can be told from what does not', () => {
    expect(contrast(colour(scheme, '--difference-edge'), colour(scheme, '--surface'))).toBeGreaterThanOrEqual(3)
  })
})

function colour(scheme: 'light' | 'dark', name: string): string {
  const value = Object.entries(variables[scheme]).find(([key]) => key === name)?.[1]
  if (value === undefined) throw new Error(`${name} is not defined`)
  return value
}

/** Contrast ratio of two colours written as #rrggbb (WCAG 2.2, 1.4.3). */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
