import { describe, expect, test } from 'vitest'
import { foreignPreferences, ourPreferences } from '#main/desktop/windows/our-preferences.ts'
import { ownPages } from '#main/desktop/windows/own-page.ts'
import { placeWindow } from '#main/desktop/windows/window-place.ts'
import { loginBarContract } from '#shared/ipc/login-bar.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }

describe('the main window is placed', () => {
  const remembered = { x: 100, y: 50, width: 1400, height: 900, maximized: false }

  test('by default the first time', () => {
    expect(placeWindow(undefined, [screen])).toEqual({ width: 1280, height: 800 })
  })
  test('where it was', () => {
    expect(placeWindow(remembered, [screen])).toEqual({ x: 100, y: 50, width: 1400, height: 900 })
  })
  test('in its size alone where its screen is gone', () => {
    expect(placeWindow({ ...remembered, x: 2500 }, [screen])).toEqual({ width: 1400, height: 900 })
    expect(placeWindow({ ...remembered, y: -890 }, [screen])).toEqual({ width: 1400, height: 900 })
    expect(placeWindow({ ...remembered, x: 2500 }, [screen, { ...screen, x: 1920 }])).toMatchObject({ x: 2500 })
  })
  test('never below its smallest size', () => {
    expect(placeWindow({ ...remembered, width: 10, height: 10 }, [screen])).toMatchObject({ width: 1024, height: 680 })
  })
})

describe('our pages come', () => {
  test('from the build', () => {
    const pages = ownPages({ isPackaged: false }, {})
    expect(pages.origins).toEqual(['app://claimcheck'])
    expect(pages.urlOf('login-bar/index.html')).toBe('app://claimcheck/login-bar/index.html')
  })
  test('from the development server while one works on them', () => {
    const pages = ownPages({ isPackaged: false }, { ELECTRON_RENDERER_URL: 'http://localhost:5173' })
    expect(pages.origins).toEqual(['http://localhost:5173'])
    expect(pages.urlOf('login-bar/index.html')).toBe('http://localhost:5173/login-bar/index.html')
  })
  test("from nobody else's server in the packaged app", () => {
    const pages = ownPages({ isPackaged: true }, { ELECTRON_RENDERER_URL: 'http://evil.example' })
    expect(pages.origins).toEqual(['app://claimcheck'])
  })
})

describe('every page is sandboxed', () => {
  const ours = ourPreferences('/preload.cjs', 'claimcheckBar', loginBarContract)
  test.each([
    ['ours', ours],
    ['a foreign one', foreignPreferences],
  ])('%s', (_name, preferences) => {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
  })
  test('and only ours has a preload', () => {
    expect(ours.preload).toBe('/preload.cjs')
    expect(foreignPreferences).not.toHaveProperty('preload')
    expect(foreignPreferences).not.toHaveProperty('additionalArguments')
  })
})
