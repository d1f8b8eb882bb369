import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resolvePage } from '#main/desktop/protocol/resolve-page.ts'
import { servePages } from '#main/desktop/protocol/serve-pages.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const root = join('/build', 'renderer')

describe('an address of ours', () => {
  test.each([
    ['app://claimcheck/index.html', 'index.html'],
    ['app://claimcheck/', 'index.html'],
    ['app://claimcheck/login-bar/', join('login-bar', 'index.html')],
    ['app://claimcheck/assets/index-BnwaYNU_.css?v=1#x', join('assets', 'index-BnwaYNU_.css')],
    // The URL parser has taken the steps up already: they end at the root.
    ['app://claimcheck/../../index.html', 'index.html'],
    ['app://claimcheck/a/%2e%2e/index.html', 'index.html'],
  ])('%s is a file of the build', (url, file) => {
    expect(resolvePage(url, root)).toBe(join(root, file))
  })

  test.each([
    'app://claimcheck/..%2f..%2fetc%2fpasswd',
    'app://claimcheck/..%5c..%5cwindows',
    'app://claimcheck/%252e%252e/secret',
    'app://claimcheck/a\\..\\..\\secret',
    'app://claimcheck/.env',
    'app://claimcheck/a/.git/config',
    'app://claimcheck//etc/passwd',
    'app://claimcheck/C:/secret',
    'app://claimcheck/file.html%00.js',
    'app://claimcheck/file.html:stream',
    'app://other/index.html',
    'app://claimcheck.evil/index.html',
    'app://claimcheck:8080/index.html',
    'file:///etc/passwd',
    'https://claimcheck/index.html',
    'no address',
  ])('%s is nothing', (url) => {
    expect(resolvePage(url, root)).toBeNull()
  })
})

async function built() {
  const folder = await temporaryFolder()
  const pages = join(folder, 'renderer')
  await mkdir(join(pages, 'assets'), { recursive: true })
  await writeFile(join(pages, 'index.html'), '<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>')
  await writeFile(join(pages, 'assets', 'index.js'), 'const place = "__CSP_NONCE__"')
  await writeFile(join(pages, 'notes.txt'), 'not a page')
  await writeFile(join(folder, 'secret.html'), 'secret')
  const serve = servePages(pages)
  return (path: string, method = 'GET') => serve({ url: `app://claimcheck${path}`, method })
}

describe('a response', () => {
  test('carries a strict policy whose nonce is new each time and in the page', async () => {
    const get = await built()
    const [first, second] = [await get('/index.html'), await get('/index.html')]
    const policy = first.headers.get('Content-Security-Policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(await first.text()).toBe(`<meta nonce="${nonce}"><style nonce="${nonce}"></style>`)
    expect(second.headers.get('Content-Security-Policy')).not.toBe(policy)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(first.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  })

  test('that is no page is sent as it is', async () => {
    const get = await built()
    const script = await get('/assets/index.js')
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toBe('const place = "__CSP_NONCE__"')
  })

  test.each(['/missing.html', '/notes.txt', '/assets', '/..%2fsecret.html', '/%2e%2e/secret.html', '/../secret.html'])(
    'to %s is a 404 under the same policy',
    async (path) => {
      const answer = await (await built())(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe('')
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    },
  )

  test('to anything but reading is a 405', async () => {
    expect((await (await built())('/index.html', 'POST')).status).toBe(405)
  })
})
