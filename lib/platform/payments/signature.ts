import { createHmac, timingSafeEqual } from 'node:crypto'

/** How old or how far ahead a signed message may be. */
export const SIGNATURE_TOLERANCE_SECONDS = 300

/** `t=…,v1=…` over time and body, the form that Stripe made common. `atSeconds` is Unix time. */
export function signatureOf(secret: string, body: string, atSeconds = nowSeconds()): string {
  return `t=${atSeconds},v1=${digest(secret, atSeconds, body)}`
}

/** False for a false, missing, unreadable, old or future signature. Compares in constant time. */
export function isSignatureValid(secret: string, body: string, header: string | null | undefined): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  const [, time, given] = match ?? []
  if (!time || !given) return false
  const isTimely = Math.abs(nowSeconds() - Number(time)) <= SIGNATURE_TOLERANCE_SECONDS
  return timingSafeEqual(Buffer.from(digest(secret, Number(time), body)), Buffer.from(given)) && isTimely
}

const digest = (secret: string, atSeconds: number, body: string) => createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex')

const nowSeconds = () => Math.floor(Date.now() / 1_000)
