/** Help is what somebody looks for at the end of a checkout page. */
export function CheckoutFooter({ supportEmail }: { supportEmail: string }) {
  return (
    <footer className="no-print mt-12 border-line border-t">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-6 text-muted text-sm">
        <p>
          Questions? Write to{' '}
          <a href={`mailto:${supportEmail}`} className="underline underline-offset-4 hover:text-ink">
            {supportEmail}
          </a>
        </p>
        <nav aria-label="Help" className="flex flex-wrap gap-x-6 gap-y-2">
          {links.map(({ href, label }) => (
            <a key={href} href={href} className="min-h-6 underline-offset-4 hover:text-ink hover:underline">
              {label}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  )
}

const links = [
  { href: '/pages/delivery', label: 'Delivery' },
  { href: '/pages/returns', label: 'Returns' },
  { href: '/pages/privacy', label: 'Privacy' },
  { href: '/pages/terms', label: 'Terms' },
]
