import { Picture } from '@/app/_ui/picture'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { discountWords } from '@/lib/core/discount-words'
import { formatMoney } from '@/lib/core/format-money'
import type { Money } from '@/lib/core/money'
import type { StaffOrder } from '@/lib/orders/staff-schemas'

/** What was bought, what became of each unit, and how the total came about. */
export function LinesPanel({ order, locale }: { order: StaffOrder; locale: string }) {
  const { totals } = order
  return (
    <Panel id="lines" title={`${order.total_items} ${order.total_items === 1 ? 'item' : 'items'}`}>
      <ul className="grid gap-3">
        {order.lines.map((line) => (
          <li key={line.id} className="grid grid-cols-[3rem_minmax(0,1fr)_auto] items-center gap-3">
            <span className="tile block aspect-square" style={{ borderRadius: 'var(--radius-md)' }}>
              {line.picture && <Picture picture={line.picture} sizes="48px" alt="" />}
            </span>
            <span className="min-w-0 text-sm">
              <span className="block font-medium text-base leading-snug">{line.name}</span>
              <span className="block text-muted">{[line.variant_title, line.sku].filter(Boolean).join(' · ')}</span>
              <span className="block text-muted">{fateOf(line)}</span>
            </span>
            <span className="tabular text-right text-sm">
              <span className="block font-medium">{formatMoney(line.line_total, locale)}</span>
              <span className="block text-muted">
                {line.quantity} × {formatMoney(line.price, locale)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <dl className="tabular mt-4 grid gap-1 border-line border-t pt-3 text-sm sm:ml-auto sm:max-w-sm">
        <Amount name="Subtotal" amount={totals.subtotal} locale={locale} />
        <Amount name={totals.shipping_name} amount={totals.shipping} locale={locale} />
        {totals.discount.amount > 0 && (
          <Amount name={discountWords(totals) ?? 'Discount'} amount={{ ...totals.discount, amount: -totals.discount.amount }} locale={locale} />
        )}
        {totals.taxes.map(({ name, percent, base, tax }) => (
          <Amount
            key={`${name} ${percent}`}
            name={`${name} (${percent} % of ${totals.taxes.length === 1 ? 'the subtotal' : formatMoney(base, locale)})`}
            amount={tax}
            locale={locale}
          />
        ))}
        <div className="mt-1 flex justify-between gap-4 border-line border-t pt-2 font-semibold text-base">
          <dt>Total</dt>
          <dd>{formatMoney(totals.total, locale)}</dd>
        </div>
      </dl>
    </Panel>
  )
}

function Amount({ name, amount, locale }: { name: string; amount: Money; locale: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{name}</dt>
      <dd>{formatMoney(amount, locale)}</dd>
    </div>
  )
}

function fateOf({ quantity, shipped, returned, refunded }: StaffOrder['lines'][number]): string {
  return [
    shipped > 0 && `${shipped === quantity ? 'all' : shipped} sent`,
    returned > 0 && `${returned} came back`,
    refunded > 0 && `${refunded} refunded`,
  ]
    .filter(Boolean)
    .join(', ')
}
