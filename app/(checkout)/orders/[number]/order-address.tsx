import type { AddressFields } from '@/lib/checkout/schemas'

export function OrderAddress({ title, address, countryName }: { title: string; address: AddressFields; countryName: string }) {
  const town = [address.city, [address.region, address.postal_code].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <div>
      <h3 className="mb-1 text-sm">{title}</h3>
      <address className="text-muted text-sm not-italic">
        {[address.full_name, address.line1, address.line2, town, countryName, address.phone].filter(Boolean).map((line) => (
          <span key={line} className="block break-words">
            {line}
          </span>
        ))}
      </address>
    </div>
  )
}
