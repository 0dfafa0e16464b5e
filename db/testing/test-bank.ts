import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { signatureOf } from '@/lib/platform/payments/signature'
import { settleDuePayments } from '@/local/test-payments/payments'
import { createTestPaymentsServer } from '@/local/test-payments/server'
import { createSchema, openStore } from '@/local/test-payments/store'
import { deliverDueWebhooks } from '@/local/test-payments/webhooks'

/** The environment has address and secret before anything reads it: the test file calls `giveBankAddress` in `vi.hoisted`. */
const bankSecret = process.env.TEST_PAYMENTS_SECRET ?? ''

type Post = (request: Request) => Promise<Response>

/** The test provider in the process of a test file, for as long as it runs. Its webhooks are sent when the test says so, straight to the route. */
export function testBank(post: Post) {
  const sql = openStore(process.env.DATABASE_URL ?? '')
  let onLateCard = async () => {}
  const server = createTestPaymentsServer({ sql, secret: bankSecret, delay: () => onLateCard() })
  const port = Number(new URL(process.env.TEST_PAYMENTS_URL ?? '').port)
  const open = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  beforeAll(async () => {
    await createSchema(sql)
    await open()
  })
  afterAll(async () => {
    await close()
    await sql.end({ timeout: 2 })
  })

  const send = async (body: string, signature = signatureOf(bankSecret, body)) =>
    post(
      new Request('http://shop/api/webhooks/test', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'x-signature': signature },
      }),
    )

  return {
    sql,
    send,
    open,
    close,
    /** Lets the card that answers late charge first and then lose its answer. */
    loseAnswers: () => {
      onLateCard = async () => {
        throw new Error('the answer is lost')
      }
    },
    /** Sends everything that is or will be due; returns the number of deliveries. */
    deliverAll: async () => {
      let sent = 0
      for (let round = 0; round < 20; round++) {
        await sql`update test_payments.webhooks set due_at = now() where due_at is not null`
        const count = await deliverDueWebhooks(sql, bankSecret, async (body, signature) => (await send(body, signature)).status)
        if (count === 0) return sent
        sent += count
      }
      throw new Error('Webhooks are refused again and again')
    },
    /** The three seconds of the slow card are over. */
    settleNow: async () => {
      await sql`update test_payments.payments set settles_at = now() where settles_at is not null`
      await settleDuePayments(sql)
    },
  }
}

export type TestBank = ReturnType<typeof testBank>

export type EventWishes = { authorized?: number; captured?: number; refunded?: number; disputed?: number; status?: string }

/** A webhook body about one of our payments, with cumulative amounts. */
export function eventBody(kind: string, paymentId: string, wishes: EventWishes = {}, id = `evt_${randomUUID()}`): string {
  const { authorized = 0, captured = 0, refunded = 0, disputed = 0 } = wishes
  const status = wishes.status ?? (captured > 0 ? 'captured' : 'processing')
  const payment = { id: `tp_${paymentId}`, reference: paymentId, status, authorized, captured, refunded, disputed, decline_code: null }
  return JSON.stringify({ id, kind, created: Math.floor(Date.now() / 1_000), payment })
}
