import type { RenderedEmail } from '@/lib/platform/email/render-email'

/**
 * A mail as HTML and as text. The frame has an origin of its own and runs no scripts, whatever the mail contains; its links open in the
 * window, because a mail program would open them in one too.
 */
export function MailFrame({ mail, isNarrow }: { mail: RenderedEmail; isNarrow: boolean }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <nav aria-label="Width" className="flex gap-4 text-sm">
        <WidthLink href="?" isCurrent={!isNarrow}>
          As on a computer
        </WidthLink>
        <WidthLink href="?width=phone" isCurrent={isNarrow}>
          As on a phone
        </WidthLink>
      </nav>
      <iframe
        title={mail.subject}
        srcDoc={mail.html.replace('<head>', '<head><base target="_top">')}
        sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        className={`h-[52rem] rounded-lg border border-line ${isNarrow ? 'w-[390px] max-w-full' : 'w-full'}`}
      />
      <details className="rounded-lg bg-surface p-6 shadow-sm" open>
        <summary className="font-semibold">As text</summary>
        <pre className="mt-4 whitespace-pre-wrap break-words font-mono text-sm">{mail.text}</pre>
      </details>
    </div>
  )
}

function WidthLink({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: string }) {
  return (
    <a href={href} aria-current={isCurrent ? 'true' : undefined} className={isCurrent ? 'font-semibold' : 'text-muted underline'}>
      {children}
    </a>
  )
}
