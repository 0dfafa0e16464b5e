import { createTestPaymentsServer } from './server'
import { createSchema, openStore } from './store'
import { deliverTo, runTimers } from './timers'

/** The test payment provider as a process of its own: TEST_PAYMENTS_PORT, TEST_PAYMENTS_SECRET, DATABASE_URL, WEBHOOK_URL. */
async function main(): Promise<void> {
  const port = Number(required('TEST_PAYMENTS_PORT'))
  const secret = required('TEST_PAYMENTS_SECRET')
  const webhookUrl = required('WEBHOOK_URL')
  const sql = openStore(required('DATABASE_URL'))
  await createSchema(sql)

  const server = createTestPaymentsServer({ sql, secret })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const stopping = new AbortController()
  const timers = runTimers(sql, secret, deliverTo(webhookUrl), stopping.signal)
  process.stdout.write(`test payments: ready on http://127.0.0.1:${port}\n`)

  const stop = async () => {
    stopping.abort()
    server.close()
    server.closeIdleConnections()
    await timers
    await sql.end({ timeout: 2 })
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set.`)
  return value
}

main().catch((error: unknown) => {
  process.stderr.write(`test payments: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
