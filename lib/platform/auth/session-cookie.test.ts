import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function cookiesIn(appUrl: string) {
  vi.resetModules()
  vi.stubEnv('APP_URL', appUrl)
  vi.stubEnv('HIGHSTREET_SECRET', 'q8Zt2vXw5yB7dFgHjKmNpQrStUvXyZ12')
  const { sessionCookies } = await import('./session-cookie')
  const { serializeCookie } = await import('./cookies')
  return sessionCookies('a-token').map((cookie) => serializeCookie(cookie))
}

test('a deployed shop’s session cookie is __Host-, Secure, HttpOnly and Lax, and belongs to the whole site only', async () => {
  const [session = '', marker = ''] = await cookiesIn('https://shop.example')
  expect(session).toMatch(/^__Host-hs_session=/)
  for (const part of ['Path=/', 'SameSite=Lax', 'HttpOnly', 'Secure']) expect(session.split('; ')).toContain(part)
  expect(session).not.toContain('Domain')
  expect(marker).toMatch(/^hs=s; /)
})

test('on http the cookie has a plain name without Secure, and stays HttpOnly and Lax', async () => {
  const [session = ''] = await cookiesIn('http://localhost:3000')
  expect(session).toMatch(/^hs_session=/)
  expect(session.split('; ')).toEqual(expect.arrayContaining(['Path=/', 'SameSite=Lax', 'HttpOnly']))
  expect(session).not.toContain('Secure')
})

test('a token that was changed, cut or signed for something else is nobody’s', async () => {
  const { readSignedSessionToken, signedSessionToken, readSessionCookie } = await import('./session-cookie')
  const signed = signedSessionToken('a-token')
  expect(readSignedSessionToken(signed)).toBe('a-token')
  for (const wrong of ['', '.', 'a-token', `b${signed.slice(1)}`, signed.slice(0, -1), `${signed}x`, `x.${signed}`])
    expect(readSignedSessionToken(wrong)).toBeNull()
  expect(readSessionCookie('%E0%A4%A')).toBeNull()
})
