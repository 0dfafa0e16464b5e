import type { Metadata } from 'next'
import { Notice } from '@/app/_ui/notice'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { refOf } from '@/app/(admin)/_parts/ref-of'
import { When } from '@/app/(admin)/_parts/when'
import { showMail } from '@/app/dev/_parts/show-mail'
import { requireMail, type ShownMail } from '@/lib/operations/require-mail'
import { MailRef } from '@/lib/operations/schemas'
import { can } from '@/lib/platform/auth/can'
import { resendMailAction } from '../../actions'
import { MailBadge } from '../mail-words'

export const instant = false

export const metadata: Metadata = { title: 'A mail' }

/** One mail as its reader sees it. Its links lead nowhere here, because they are the reader's. */
export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { mail, mayWrite } = await asStaff(`/admin/operations/mails/${encodeURIComponent(id)}`, async (ctx) => ({
    mail: await requireMail(ctx, refOf(MailRef, { id })),
    mayWrite: can(ctx.actor, 'operations.write'),
  }))
  const isResendable = ['failed', 'parked'].includes(mail.status) || (mail.status === 'sent' && !mail.is_secret)
  return (
    <Page narrow>
      <PageHead
        title={mail.subject}
        crumbs={[['Mails', '/admin/operations/mails']]}
        beside={<MailBadge status={mail.status} />}
        actions={
          mayWrite &&
          isResendable && (
            <ActionButton
              action={resendMailAction}
              fields={{ id: mail.id }}
              said={`“${mail.subject}” is sent again.`}
              look="primary"
              ask={{ title: 'Send this mail again?', text: `It goes to ${mail.to}. It cannot be called back.`, yes: 'Send it' }}
            >
              Send again
            </ActionButton>
          )
        }
      >
        To {mail.to}, written <When at={mail.created_at} />
        {mail.sent_at && (
          <>
            , sent <When at={mail.sent_at} />
          </>
        )}
        {mail.order_number && (
          <>
            {' · order '}
            <a href={`/admin/orders/${mail.order_number}`} className="text-accent underline underline-offset-4">
              {mail.order_number}
            </a>
          </>
        )}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {mail.error && <Notice tone="warning">{mail.error}</Notice>}
        <Preview mail={mail} />
      </div>
    </Page>
  )
}

async function Preview({ mail: { kind, props, subject } }: { mail: ShownMail }) {
  if (!props) return <Notice tone="info">This mail holds a link that opens an account. Only its reader may see it.</Notice>
  const { mail, problem } = await showMail(kind, props)
  if (!mail) return <Notice tone="warning">This mail cannot be drawn: {problem}</Notice>
  return (
    <>
      {/* An origin of its own, no scripts, no forms, no way out: what people typed may stand in it. */}
      <iframe title={subject} srcDoc={mail.html} sandbox="" className="h-[46rem] w-full rounded-lg border border-line" />
      <Panel id="text" title="As text">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <pre tabIndex={0} className="max-h-96 overflow-auto whitespace-pre-wrap break-words font-mono text-sm">
          {mail.text}
        </pre>
      </Panel>
    </>
  )
}
