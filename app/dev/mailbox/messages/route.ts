import { connection } from 'next/server'
import { mailHead, showMail } from '@/app/dev/_parts/show-mail'
import { listEmails } from '@/lib/platform/email/list-emails'
import { mode } from '@/lib/platform/env'

const LIMIT = 20

/** The newest mails as JSON, with `?to=` those to one address: for tests, which follow their links. Queued ones too, so that nobody waits. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  if (mode !== 'local') return new Response('Not found\n', { status: 404, headers: { 'cache-control': 'no-store' } })
  const to = new URL(request.url).searchParams.get('to') ?? undefined
  const [rows, { from, replyTo }] = await Promise.all([listEmails({ to, limit: LIMIT }), mailHead()])
  const messages = await Promise.all(
    rows.map(async ({ id, kind, subject, status, createdAt, sentAt, idempotencyKey, ...row }) => {
      const { mail } = await showMail(kind, row.props)
      return {
        id,
        kind,
        from,
        reply_to: replyTo,
        to: row.to,
        subject,
        status,
        key: idempotencyKey,
        created_at: createdAt,
        sent_at: sentAt,
        html: mail?.html ?? null,
        text: mail?.text ?? null,
        links: mail ? linksIn(mail.text) : [],
      }
    }),
  )
  return Response.json({ messages }, { headers: { 'cache-control': 'no-store' } })
}

/** Addresses in the order of the mail: its button comes before its footer. */
const linksIn = (text: string): string[] => text.match(/https?:\/\/\S+/g) ?? []
