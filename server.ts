import { createServer } from 'node:http'
import next from 'next'
import { warmPages } from './lib/catalog/warm-pages'
import { systemCtx } from './lib/core/context'
import { hasInngest } from './lib/jobs/client'
import { startDispatcher } from './lib/jobs/start-dispatcher'
import { createPageViews } from './lib/platform/cache/page-views'
import { asPlainForm } from './lib/platform/cache/plain-form'
import { env, mode } from './lib/platform/env'
import { logger } from './lib/platform/logger'
import { followBlockedAddresses } from './lib/platform/rate-limit/blocked'
import { followLimits } from './lib/platform/rate-limit/follow-limits'
import { createAnswers } from './server/answers/answers'
import { gracefulStop } from './server/graceful-stop'
import { answerEarly, isPlainForm, prepareRequest } from './server/incoming'
import { createLimits } from './server/limits'
import { keepPagesFresh } from './server/page-freshness'
import { answerUnreadable } from './server/unreadable-request'

/** The thin entry in front of Next: client address, limits, request id, refusals that must not reach Next, public answers from memory, graceful stop. */
const dev = process.argv.includes('--dev')

const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 })
answerUnreadable(server)
const app = next({ dev, dir: process.cwd(), port: env.PORT, httpServer: server })
const handle = app.getRequestHandler()

/** What people open is shared once a minute, for whoever makes pages ahead. */
const views = createPageViews()
setInterval(() => {
  views.settle().catch((error: unknown) => logger.warn({ err: error }, 'what people open could not be shared'))
}, 60_000).unref()

const [tail] = await Promise.all([keepPagesFresh(dev ? 'none' : 'built'), app.prepare(), followBlockedAddresses(), followLimits()])
const answers = !dev && env.ANSWERS_MEMORY_MB > 0 ? createAnswers(env.ANSWERS_MEMORY_MB * 1024 * 1024, handle, tail, { views }) : undefined

const refusesEarly = createLimits({ keepsAnswers: answers !== undefined })

server.on('request', (request, response) => {
  if (refusesEarly(request, response)) return
  if (answers?.fromMemory(request, response)) return
  const requestId = prepareRequest(request, response)
  if (answerEarly(request, response, requestId)) return
  const answer = () => handle(request, response)
  const answered = answers?.make(request, response) ?? (isPlainForm(request) ? asPlainForm(answer) : answer())
  answered.catch((error: unknown) => {
    logger.error({ err: error, requestId }, 'Next could not answer')
    if (!response.headersSent) response.statusCode = 500
    response.end()
  })
})

const dispatcher = hasInngest ? startDispatcher() : undefined
server.listen(env.PORT, () => {
  process.send?.('ready')
  if (mode === 'deployed') warmPages(systemCtx('start')).catch((error: unknown) => logger.warn({ err: error }, 'nothing was made ahead'))
})
server.on('error', (error) => {
  logger.fatal({ err: error }, 'the shop cannot listen')
  process.exit(1)
})
gracefulStop(server, async () => dispatcher?.stop())
