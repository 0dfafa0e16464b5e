import { existsSync } from 'node:fs'
import type { MyReview } from '@/lib/reviews/schemas'
import { localDatabaseUrl } from './local-database-url'

const USAGE = `Say what to do:
  npm run reviews -- list               what waits to be read
  npm run reviews -- list --all         every review, whatever its status
  npm run reviews -- approve ID         shows one in the shop
  npm run reviews -- approve --all      shows everything that waits
  npm run reviews -- reject ID          takes one out, or does not let it in; --all: everything that waits`

/** `npm run reviews -- list|approve|reject`: what staff do with reviews, until there is a dashboard. */
async function main([command, ...rest]: string[]): Promise<void> {
  const id = rest.find((word) => word !== '--all')
  const isAll = rest.includes('--all')
  const isDecision = command === 'approve' || command === 'reject'
  if (command !== 'list' && !(isDecision && (isAll ? id === undefined : id !== undefined))) throw new Error(USAGE)
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.DATABASE_URL ||= await localDatabaseUrl()
  // The client reads the environment when it is loaded.
  const { closeDatabase } = await import('@/db/client')
  try {
    if (command === 'list') await list(isAll)
    else {
      await decide(command === 'approve', id)
      await (await import('@/lib/platform/events/announce-outbox')).announceOutbox()
    }
  } finally {
    await closeDatabase()
  }
}

async function list(isAll: boolean): Promise<void> {
  const { reviewStatuses } = await import('@/lib/reviews/schemas')
  for (const status of isAll ? reviewStatuses : (['waiting'] as const)) {
    let count = 0
    for await (const review of everyReview(status)) {
      count++
      say(`${review.id}  ${review.product.slug}  ${'★'.repeat(review.rating)}  ${review.author}${review.is_verified_buyer ? ', bought it' : ''}`)
      say(`  ${review.title}: ${review.body.replaceAll('\n', ' ').slice(0, 300)}\n`)
    }
    say(`${count} ${count === 1 ? 'review is' : 'reviews are'} ${status}.`)
  }
}

async function decide(isApproval: boolean, text: string | undefined): Promise<void> {
  const { approveReview } = await import('@/lib/reviews/approve-review')
  const { rejectReview } = await import('@/lib/reviews/reject-review')
  const { systemCtx } = await import('@/lib/core/context')
  const { ReviewId } = await import('@/lib/core/ids')
  const ids: MyReview['id'][] = []
  if (text === undefined) {
    for await (const { id } of everyReview('waiting')) ids.push(id)
  } else {
    const { data: id } = ReviewId.safeParse(text)
    if (!id) throw new Error(`${text} is no review's id. See npm run reviews -- list.`)
    ids.push(id)
  }
  for (const id of ids) await (isApproval ? approveReview : rejectReview)(systemCtx('reviews-command'), { id })
  say(`${ids.length} ${ids.length === 1 ? 'review is' : 'reviews are'} ${isApproval ? 'shown' : 'rejected'} now.`)
}

/** Page by page. What is decided meanwhile does not move the others. */
async function* everyReview(status: MyReview['status']): AsyncGenerator<MyReview> {
  const { listModeration } = await import('@/lib/reviews/list-moderation')
  const { systemCtx } = await import('@/lib/core/context')
  for (let cursor: string | undefined; ; ) {
    const { data, next_cursor } = await listModeration(systemCtx('reviews-command'), { status, cursor, page_size: 50 })
    yield* data
    if (next_cursor === null) return
    cursor = next_cursor
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** For a statement that failed, what Postgres says about it. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explained(error)}\n`)
  process.exit(1)
})
