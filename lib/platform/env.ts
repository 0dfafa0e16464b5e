import { isIP, isIPv6 } from 'node:net'
import { z } from 'zod'

function isRising(text: string): boolean {
  const hours = text.split(',').map(Number)
  return hours.length <= 10 && hours.every((hour, index) => hour > (hours[index - 1] ?? 0))
}

/** Inngest Cloud writes what it is for in front; one's own Inngest takes the digits alone. */
const SigningKey = z.string().regex(/^(signkey-\w+-)?([0-9a-f]{2}){16,}$/i, 'must be like signkey-prod-0123…, with at least 32 hexadecimal digits')

/** Requests/seconds, several windows with commas. */
const limitForm = [/^[1-9]\d{0,8}\/[1-9]\d{0,7}(,[1-9]\d{0,8}\/[1-9]\d{0,7})*$/, 'must be like 100/3600,20/60: requests/seconds'] as const

function isNetwork(entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/')
  if (isIP(address) === 0 || more.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIPv6(address) ? 128 : 32))
}

/**
 * The environment, parsed once. Each variable is explained in `.env.example`.
 * `npm start` fills in what is not configured; a wrong value is named and ends the process with a sentence.
 */
const Environment = z.object({
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().default('.data'),
  MEDIA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  MAX_DB_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(20),
  DATABASE_PREPARE: z.enum(['on', 'off']).default('on'),
  QUERY_TIMEOUT: z.coerce.number().int().min(1).max(600).default(30),
  ANSWERS_MEMORY_MB: z.coerce.number().int().min(0).max(8192).default(48),
  CACHE_MEMORY_MB: z.coerce.number().int().min(0).max(8192).default(8),
  CACHE_TIMEOUT: z.coerce.number().int().min(1).max(86_400).default(300),
  UPSTASH_REDIS_REST_URL: z.url().optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  CACHE_REDIS_REST_URL: z.url().optional(),
  CACHE_REDIS_REST_TOKEN: z.string().optional(),
  SESSION_REDIS_REST_URL: z.url().optional(),
  SESSION_REDIS_REST_TOKEN: z.string().optional(),
  API_REDIS_REST_URL: z.url().optional(),
  API_REDIS_REST_TOKEN: z.string().optional(),
  REDIS_URL: z.string().optional(),
  HIGHSTREET_SECRET: z.string().optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).optional(),
  RATE_LIMITS: z.enum(['on', 'off', 'auto']).default('auto'),
  RATE_LIMIT_SHOP: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_ANONYMOUS: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_SIGNED_IN: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_WRITES: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_CHECKOUT: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_PAYMENTS: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_COUPONS: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_VIOLATIONS: z
    .string()
    .regex(...limitForm)
    .optional(),
  RATE_LIMIT_BLOCK_SECONDS: z.coerce.number().int().min(1).max(31_536_000).default(86_400),
  RATE_LIMIT_ALLOW: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((entries) => entries.every(isNetwork), 'must be addresses or networks with commas, like 203.0.113.7,198.51.100.0/24,2001:db8::/32'),
  SIGN_IN_MAX_ATTEMPTS: z.coerce.number().int().min(1).max(100).default(5),
  SIGN_IN_LOCKOUT_SECONDS: z.coerce.number().int().min(1).max(86_400).default(900),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_PUBLISHABLE_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_URL: z.url().optional(),
  ALLOW_TEST_PAYMENTS: z.enum(['0', '1']).default('0'),
  TEST_PAYMENTS_URL: z.url().optional(),
  TEST_PAYMENTS_SECRET: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be like smtps://user:password@mail.example.com' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>@\p{Cc}]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u, 'must be like Shop <hello@shop.example>')
    .optional(),
  INNGEST_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: SigningKey.optional(),
  INNGEST_SIGNING_KEY_FALLBACK: SigningKey.optional(),
  INNGEST_DEV: z.enum(['0', '1']).default('0'),
  INNGEST_LOCAL_TOKEN: z.string().optional(),
  INNGEST_SERVE_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  JOBS_QUEUES: z
    .string()
    .regex(/^(products|orders|payments|cart|default)(,(products|orders|payments|cart|default))*$/, 'must name queues, as products,orders')
    .optional(),
  SUBSCRIBER_WAVE_MINUTES: z.coerce.number().int().min(1).max(10_080).default(60),
  CART_REMINDER_HOURS: z.string().default('1,24,72').refine(isRising, 'must be up to ten rising numbers of hours, such as 1,24,72'),
  CART_REMINDER_COUPON_PERCENT: z.coerce.number().int().min(0).max(99).default(0),
  CART_REMINDER_COUPON_DAYS: z.coerce.number().int().min(1).max(365).default(7),
  REVIEW_REQUEST_DAYS: z.coerce.number().int().min(1).max(365).default(7),
  USE_CDN: z.enum(['0', '1', 'true', 'false', 'True', 'False']).optional(),
  CDN_URL: z.url().optional(),
  USE_S3: z.enum(['0', '1', 'true', 'false', 'True', 'False']).optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_STORAGE_BUCKET_NAME: z.string().optional(),
  AWS_S3_REGION_NAME: z.string().default('us-east-1'),
  AWS_S3_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Env = z.infer<typeof Environment>

/** What zod would say of a type in its own terms. A sentence that a variable has of its own is said instead. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return issue.expected === 'int' ? 'must be a whole number' : `must be a ${issue.expected}`
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}`
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  return issue.code === 'invalid_format' && issue.format === 'url' ? 'must be an address like https://shop.example' : undefined
}

/** Reads `source` (normally `process.env`). Empty strings count as absent. @throws Error whose message names each wrong variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(present, { error: inWords })
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment has a wrong value. ${lines.join('; ')}. See .env.example.`)
}

export const env: Env = parseEnv(process.env)

export type Mode = 'local' | 'deployed'

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Local when the shop's address is unset or loopback, deployed otherwise. Never read from NODE_ENV. */
export function modeOf({ APP_URL }: Pick<Env, 'APP_URL'>): Mode {
  return APP_URL === undefined || loopbackHosts.has(new URL(APP_URL).hostname) ? 'local' : 'deployed'
}

export const mode: Mode = modeOf(env)

/** Where people reach the shop, without a slash at the end. */
export const appUrl: string = new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin

/** Where the pictures are on disk. */
export const mediaDirectory: string = env.MEDIA_DIR ?? `${env.DATA_DIR}/media`

/** Prefix of picture addresses: the CDN when one is set, the shop itself otherwise (R161). */
export const mediaBase: string = env.CDN_URL && !['0', 'false', 'False'].includes(env.USE_CDN ?? '1') ? env.CDN_URL.replace(/\/$/, '') : ''

/** Files go to S3 (R162), or stay in a directory of this machine. */
export const usesS3 = ({ USE_S3 }: Pick<Env, 'USE_S3'>): boolean => ['1', 'true', 'True'].includes(USE_S3 ?? '0')
