import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Notice } from '@/app/_ui/notice'
import { MailFrame } from '@/app/dev/_parts/mail-frame'
import { requireLocal } from '@/app/dev/_parts/require-local'
import { mailHead, showMail } from '@/app/dev/_parts/show-mail'
import { getSettings } from '@/lib/catalog/cached'
import { type EmailRow, findEmail } from '@/lib/platform/email/list-emails'

export const instant = false

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ width?: string | string[] }> }

export default async function MailPage({ params, searchParams }: Props) {
  await requireLocal()
  const [{ id }, { width }] = await Promise.all([params, searchParams])
  const row = z.uuid().safeParse(id).success ? await findEmail(id) : null
  if (!row) notFound()
  const { mail, problem } = await showMail(row.kind, row.props)
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <h1 className="text-xl">{row.subject}</h1>
      <Facts row={row} />
      {mail ? <MailFrame mail={mail} isNarrow={width === 'phone'} /> : <Notice tone="warning">This mail cannot be drawn any more: {problem}</Notice>}
    </article>
  )
}

async function Facts({ row }: { row: EmailRow }) {
  const [{ locale, timeZone }, { from, replyTo }] = await Promise.all([getSettings(), mailHead()])
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone })
  const facts: [string, string | null][] = [
    ['From', from],
    ['Reply-To', replyTo],
    ['To', row.to],
    ['Queued', format.format(row.createdAt)],
    ['Status', row.sentAt ? `sent ${format.format(row.sentAt)}` : `${row.status}, ${row.attempts} tries`],
    ['Error', row.error],
    ['Kind', row.kind],
    ['Key', row.idempotencyKey],
  ]
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
