import { type Mode, parseEnv, usesS3 } from './env'

/** Texts that people copy from examples. */
const knownSecrets = /change.?me|secret|example|password|placeholder|highstreet|local-only|default/i
const MIN_SECRET_BYTES = 32

/**
 * Why a deployed shop must not start with this environment (S12): each reason says what is wrong and how to mend it. Empty when all is well.
 * @throws Error that names a variable which cannot be read at all.
 */
export function startupProblems(source: Record<string, string | undefined>, mode: Mode = 'deployed'): string[] {
  const env = parseEnv(source)
  const problems: string[] = []
  const refuseWhen = (isWrong: boolean, reason: string) => {
    if (isWrong) problems.push(reason)
  }
  const isHttps = env.APP_URL?.startsWith('https:') ?? false
  const allowsTests = env.ALLOW_TEST_PAYMENTS === '1'
  const takesStripe = env.STRIPE_SECRET_KEY !== undefined

  refuseWhen(mode === 'local', 'APP_URL is not set or names this machine: set it to the https address that people type, or use npm start.')
  refuseWhen(
    mode === 'deployed' && !isHttps,
    'APP_URL begins with http: cookies and payments need https. Put a proxy with a certificate in front and use its address.',
  )
  refuseWhen(env.DATABASE_URL === undefined, 'DATABASE_URL is not set: give the address of a Postgres 15 or newer.')
  const weakness = secretWeakness(env.HIGHSTREET_SECRET)
  if (weakness) problems.push(`HIGHSTREET_SECRET ${weakness}: make one with openssl rand -base64 32.`)
  refuseWhen(
    env.TRUSTED_PROXY_HOPS === undefined,
    'TRUSTED_PROXY_HOPS is not set: say how many proxies stand in front of the shop (0 when it faces the internet itself), or every caller seems to be one address.',
  )
  refuseWhen(env.RATE_LIMITS === 'off', 'RATE_LIMITS is off: leave it empty, so that nobody can guess passwords and cards at will.')
  for (const owner of ['UPSTASH', 'CACHE', 'SESSION', 'API'] as const) {
    const [url, token] = [`${owner}_REDIS_REST_URL`, `${owner}_REDIS_REST_TOKEN`] as const
    refuseWhen((env[url] === undefined) !== (env[token] === undefined), `${url} and ${token} belong together: set both or neither.`)
  }
  refuseWhen(
    env.TEST_PAYMENTS_URL !== undefined && !allowsTests,
    'TEST_PAYMENTS_URL is set: orders would be paid with play money. Remove it, or set ALLOW_TEST_PAYMENTS=1.',
  )
  refuseWhen(
    !takesStripe && !allowsTests,
    'Nobody could pay: set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET, or ALLOW_TEST_PAYMENTS=1 for a shop without real money.',
  )
  refuseWhen(
    Boolean(env.STRIPE_SECRET_KEY?.includes('_test_')) && !allowsTests,
    'STRIPE_SECRET_KEY is a test key: orders would be paid with play money. Use the live key, or set ALLOW_TEST_PAYMENTS=1.',
  )
  refuseWhen(takesStripe && !env.STRIPE_PUBLISHABLE_KEY, 'STRIPE_PUBLISHABLE_KEY is not set: the browser needs it to take a card.')
  refuseWhen(takesStripe && !env.STRIPE_WEBHOOK_SECRET, 'STRIPE_WEBHOOK_SECRET is not set: without it anybody could report a payment.')
  refuseWhen(
    env.SMTP_URL !== undefined && env.MAIL_FROM === undefined,
    'MAIL_FROM is not set: say whom mails are from, as Shop <hello@shop.example>, or other servers take them for spam.',
  )
  refuseWhen(
    env.INNGEST_DEV === '1',
    'INNGEST_DEV is 1: then anybody may start jobs, because nothing is signed. Remove it; it is for the dev server on your own machine.',
  )
  refuseWhen(
    env.INNGEST_EVENT_KEY !== undefined && env.INNGEST_SIGNING_KEY === undefined,
    'INNGEST_SIGNING_KEY is not set: without it nobody could tell calls of Inngest from those of others.',
  )
  refuseWhen(
    env.INNGEST_EVENT_KEY === undefined && (env.INNGEST_SIGNING_KEY ?? env.INNGEST_BASE_URL) !== undefined,
    'INNGEST_EVENT_KEY is not set: events could not be sent. Set it with INNGEST_SIGNING_KEY, or remove all of INNGEST_….',
  )
  for (const name of usesS3(env) ? (['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_STORAGE_BUCKET_NAME'] as const) : []) {
    refuseWhen(env[name] === undefined, `${name} is not set, but USE_S3 is on: files have nowhere to go. Set it, or leave USE_S3 empty.`)
  }
  refuseWhen(env.STRIPE_API_URL !== undefined && !allowsTests, 'STRIPE_API_URL is set: payments would not go to Stripe. Remove it.')
  return problems
}

function secretWeakness(secret: string | undefined): string | null {
  if (secret === undefined) return 'is not set'
  if (Buffer.byteLength(secret) < MIN_SECRET_BYTES) return `is shorter than ${MIN_SECRET_BYTES} bytes`
  if (knownSecrets.test(secret)) return 'is one from an example'
  if (new Set(secret).size < 10) return 'repeats itself and can be guessed'
  return null
}
