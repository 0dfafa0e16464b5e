import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { inputClass } from '@/app/_ui/field'
import { requireLocal } from '@/app/dev/_parts/require-local'
import { getSettings } from '@/lib/catalog/cached'
import { type EmailRow, listEmails } from '@/lib/platform/email/list-emails'

export const instant = false

type Props = { searchParams: Promise<{ to?: string | string[] }> }

/** Every mail that the shop would have sent, the newest first. */
export default async function MailboxPage({ searchParams }: Props) {
  await requireLocal()
  const [{ to }, settings] = await Promise.all([searchParams, getSettings()])
  const search = (Array.isArray(to) ? to[0] : to)?.trim() ?? ''
  const mails = await listEmails({ search })
  const format = new Intl.DateTimeFormat(settings.locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: settings.timeZone })
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-6">
        <div>
          <h1 className="text-xl">Mailbox</h1>
          <p className="mt-2 max-w-[60ch] text-muted">What the shop would send. Nothing here leaves your machine unless SMTP_URL is set.</p>
        </div>
        <form action="/dev/mailbox" className="flex min-w-0 items-end gap-2">
          <label className="grid min-w-0 gap-1.5 font-medium text-sm">
            To
            <input name="to" type="search" defaultValue={search} placeholder="ada@example.com" className={inputClass} />
          </label>
          <Button type="submit" look="quiet" className="h-12">
            Find
          </Button>
        </form>
      </div>
      {mails.length === 0 ? <Empty search={search} /> : <Mails mails={mails} format={format} />}
    </>
  )
}

function Empty({ search }: { search: string }) {
  return (
    <p className="mt-10 rounded-lg bg-sunken p-8 text-center">
      {search ? (
        <>
          No mail to <strong>{search}</strong>.{' '}
          <a href="/dev/mailbox" className="underline">
            Show all
          </a>
        </>
      ) : (
        'No mail yet. Open an account or place an order, and it arrives here within two seconds.'
      )}
    </p>
  )
}

function Mails({ mails, format }: { mails: EmailRow[]; format: Intl.DateTimeFormat }) {
  return (
    <ul className="mt-8 divide-y divide-line rounded-lg bg-surface shadow-sm">
      {mails.map((mail) => (
        <li key={mail.id} className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-4 hover:bg-sunken">
          <div className="min-w-0">
            <a href={`/dev/mailbox/${mail.id}`} className="card-link block truncate font-semibold">
              {mail.subject}
            </a>
            <p className="truncate text-muted text-sm">{mail.to}</p>
          </div>
          <div className="flex items-center gap-3 text-muted text-sm">
            <MailStatus mail={mail} />
            <time dateTime={mail.createdAt.toISOString()} className="tabular">
              {format.format(mail.createdAt)}
            </time>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Only what is not as it should be is said in colour. */
function MailStatus({ mail }: { mail: Pick<EmailRow, 'status'> }) {
  if (mail.status === 'sent') return null
  return <Badge tone={mail.status === 'queued' || mail.status === 'sending' ? 'accent' : 'warning'}>{mail.status}</Badge>
}
