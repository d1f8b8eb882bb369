import { describe, expect, test } from 'vitest'
import { responsePostedTo, wireEvents } from '#main/desktop/login-browser/wire-events.ts'

const main = 'MAIN'
const page = { type: 'Document', frameId: main }
const secrets = ['hunter2', 'c2VjcmV0', 'session=abc', 'ada@example.com']

describe('what is written down', () => {
  test('a form: where to, and the names of its fields, never a value', () => {
    const postData = new URLSearchParams({
      username: 'ada@example.com',
      password: 'hunter2',
      SAMLResponse: 'c2VjcmV0',
      password2: 'hunter2',
    }).toString()
    const request = { url: 'https://idp.example/login?session=abc', method: 'POST', postData }
    const events = wireEvents('Network.requestWillBeSent', { ...page, request }, main)
    expect(events).toEqual([
      {
        kind: 'form',
        method: 'POST',
        url: 'https://idp.example/login?session=…',
        status: null,
        says: 'Posted a form to idp.example with the fields username, password, SAMLResponse, password2.',
      },
    ])
    for (const secret of secrets) expect(JSON.stringify(events)).not.toContain(secret)
  })

  test('a body that is no form gives no names: they would be its values', () => {
    const request = { url: 'https://idp.example/api', method: 'POST', postData: '{"password":"hunter2"}' }
    const [event] = wireEvents('Network.requestWillBeSent', { ...page, request }, main)
    expect(event?.says).toBe('Posted a form to idp.example.')
  })

  test('a redirect, then the request it led to', () => {
    const params = {
      ...page,
      request: { url: 'https://b.example/login', method: 'GET' },
      redirectResponse: { url: 'https://a.example/sso?SAMLRequest=c2VjcmV0', status: 302 },
    }
    expect(wireEvents('Network.requestWillBeSent', params, main)).toEqual([
      {
        kind: 'redirect',
        method: null,
        url: 'https://a.example/sso?SAMLRequest=…',
        status: 302,
        says: 'Sent on to b.example.',
      },
      {
        kind: 'request',
        method: 'GET',
        url: 'https://b.example/login',
        status: null,
        says: 'Asked b.example for a page.',
      },
    ])
  })

  test('a page, with its status and kind', () => {
    const answer = (status: number, mimeType: string) =>
      wireEvents(
        'Network.responseReceived',
        { ...page, response: { url: 'https://a.example/', status, mimeType } },
        main,
      )
    expect(answer(200, 'text/html')).toMatchObject([
      { kind: 'page', status: 200, says: 'a.example answered 200 with a page.' },
    ])
    expect(answer(500, 'application/json')).toMatchObject([{ says: 'a.example answered 500 with application/json.' }])
  })
})

test.each([
  ['a picture', { type: 'Image', frameId: main }],
  ['a frame', { type: 'Document', frameId: 'OTHER' }],
  ['a script call', { type: 'XHR', frameId: main }],
])('%s is not part of the story', (_name, of) => {
  const request = { url: 'https://idp.example/x', method: 'POST', postData: 'a=1' }
  expect(wireEvents('Network.requestWillBeSent', { ...of, request }, main)).toEqual([])
})

test('whatever the debugger says, nothing throws', () => {
  for (const params of [undefined, null, 7, {}, { request: null }, { ...page, request: { url: 1 } }]) {
    for (const method of ['Network.requestWillBeSent', 'Network.responseReceived', 'Page.other']) {
      expect(wireEvents(method, params, main)).toEqual([])
      expect(responsePostedTo(method, params)).toBeNull()
    }
  }
})

test('sees where a response is posted, and only a response', () => {
  const posted = (postData: string, method = 'POST') =>
    responsePostedTo('Network.requestWillBeSent', {
      ...page,
      request: { url: 'https://old.example/acs', method, postData },
    })
  expect(posted('SAMLResponse=abc&RelayState=x')).toBe('https://old.example/acs')
  expect(posted('username=SAMLResponse')).toBeNull()
  expect(posted('SAMLResponse=abc', 'GET')).toBeNull()
})
