import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { env, mode } from './env'

/** Fixed text for tests and scripts in local mode that were not started by the supervisor; `npm run serve` refuses to start without a real one (S12). */
const LOCAL_FALLBACK = 'local-only-secret-local-only-secret'

function masterSecret(): string {
  if (env.HIGHSTREET_SECRET) return env.HIGHSTREET_SECRET
  if (mode === 'deployed') throw new Error('HIGHSTREET_SECRET is not set. Make one with: openssl rand -base64 32')
  return LOCAL_FALLBACK
}

const keys = new Map<string, Buffer>()

/** One key per purpose, so that a signature for one thing is worth nothing for another (RFC 5869). */
function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', masterSecret(), 'highstreet', purpose, 32))
  keys.set(purpose, key)
  return key
}

/** A secret of its own for a library that wants one as text. */
export const secretFor = (purpose: string): string => keyFor(purpose).toString('base64url')

/** 128 bits of HMAC-SHA256 as base64url (22 characters). */
export function sign(purpose: string, value: string): string {
  return createHmac('sha256', keyFor(purpose)).update(value).digest().subarray(0, 16).toString('base64url')
}

/** Compares in constant time. */
export function isSignedBy(purpose: string, value: string, signature: string): boolean {
  return isEqualSecret(sign(purpose, value), signature)
}

/** Constant-time comparison of two short texts. */
export function isEqualSecret(expected: string, given: string): boolean {
  const a = Buffer.from(expected)
  const b = Buffer.from(given)
  return a.length === b.length && timingSafeEqual(a, b)
}

const NONCE = 12
const TAG = 16

/** A text that only we can read and nobody can change (AES-256-GCM), as base64url: for links that name somebody, because addresses are logged. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null for what was not sealed here for this purpose. */
export function unseal(purpose: string, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length <= NONCE + TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
