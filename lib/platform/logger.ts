import pino from 'pino'
import { env } from './env'

/** One JSON line per entry on standard output. Never give it tokens, e-mail addresses or card data. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  redact: { paths: ['*.token', '*.password', '*.email', '*.card', 'headers.authorization', 'headers.cookie'], censor: '[removed]' },
})
