import pino from 'pino'
import { env } from './env'

/** One JSON line per entry on standard output. Never give it tokens, e-mail addresses or card data. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  serializers: { err: withoutParameters },
  redact: { paths: ['*.token', '*.password', '*.email', '*.card', 'headers.authorization', 'headers.cookie'], censor: '[removed]' },
})

/** Drizzle puts the parameters of a failed statement into its message: they may be somebody's name and address. */
function withoutParameters(error: Error): unknown {
  const { message, stack, cause: _, ...known } = pino.stdSerializers.errWithCause(error) as pino.SerializedError & { cause?: unknown }
  const strip = (text: string) => text.replaceAll(/^params: .*$/gm, 'params: [removed]')
  const cause = error.cause instanceof Error ? { cause: withoutParameters(error.cause) } : {}
  return { ...known, message: strip(message), stack: strip(stack), ...cause }
}
