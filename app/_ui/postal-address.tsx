import { addressLines } from '@/lib/core/address-lines'

type Props = { title: string; address: Parameters<typeof addressLines>[0] & { phone?: string | null }; countryName: string }

/** As the post of its country writes it, under a title. */
export function PostalAddress({ title, address, countryName }: Props) {
  return (
    <div>
      <h3 className="mb-1 text-sm">{title}</h3>
      <address className="text-muted text-sm not-italic">
        {[...addressLines(address), countryName, address.phone].filter(Boolean).map((line) => (
          <span key={line} className="block break-words">
            {line}
          </span>
        ))}
      </address>
    </div>
  )
}
