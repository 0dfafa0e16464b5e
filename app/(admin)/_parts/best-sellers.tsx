import { Picture } from '@/app/_ui/picture'
import type { BestSeller } from '@/lib/analytics/schemas'
import { formatMoney } from '@/lib/core/format-money'

type Props = { products: Omit<BestSeller, 'orders'>[]; locale: string; seesProducts: boolean }

/** Each leads to its page of the dashboard, or of the shop for who may not see products there. */
export function BestSellers({ products, locale, seesProducts }: Props) {
  if (products.length === 0) return <p className="text-muted">Nothing was sold in this time.</p>
  return (
    <ol className="grid gap-3">
      {products.map(({ id, name, slug, picture, units, revenue }) => (
        <li key={id} className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-3 text-sm">
          <span className="tile block aspect-square" style={{ borderRadius: 'var(--radius-md)' }}>
            {picture && <Picture picture={picture} sizes="40px" alt="" />}
          </span>
          <a href={seesProducts ? `/admin/products/${id}` : `/p/${slug}`} className="truncate font-medium underline-offset-4 hover:underline">
            {name}
          </a>
          <span className="tabular text-right">
            <span className="block font-medium">{formatMoney(revenue, locale)}</span>
            <span className="block text-muted">
              {units} {units === 1 ? 'unit' : 'units'}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
