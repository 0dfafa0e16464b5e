import { Document, Page, renderToStream, Text, View } from '@react-pdf/renderer'
import { discountWords } from '@/lib/core/discount-words'
import { DomainError } from '@/lib/core/errors'
import { formatMoney } from '@/lib/core/format-money'
import type { OrderView } from '@/lib/orders/schemas'
import { Address, Brand, Foot, registerFonts, type Shop, styles } from './parts'

export type InvoiceProps = {
  order: Omit<OrderView, 'access_token' | 'parcels'>
  shop: Shop
}

/** The invoice of a paid order as a PDF of A4 pages; long orders go on over as many as they need. @throws conflict before it was paid */
export async function renderInvoice(props: InvoiceProps): Promise<NodeJS.ReadableStream> {
  if (props.order.payment_status === 'unpaid') throw new DomainError('conflict', { detail: 'There is an invoice once the order is paid.' })
  registerFonts()
  return renderToStream(<Invoice {...props} />)
}

function Invoice({ order, shop }: InvoiceProps) {
  const { locale, timeZone, shopName } = shop
  const { totals } = order
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const paid = order.history.find(({ status }) => status === 'paid')
  return (
    <Document title={`Invoice ${order.number}`} author={shopName} language={locale}>
      <Page size="A4" style={styles.page}>
        <View style={styles.head}>
          <Brand shopName={shopName} />
          <View style={styles.right}>
            <Text style={styles.title}>Invoice {order.number}</Text>
            <Text style={styles.muted}>Ordered {day.format(new Date(order.placed_at))}</Text>
            {paid && <Text style={styles.muted}>Paid {day.format(new Date(paid.at))}</Text>}
          </View>
        </View>

        <View style={styles.addresses}>
          <Address title="Billed to" address={order.billing_address} />
          <Address title="Deliver to" address={order.shipping_address} />
        </View>

        <View style={[styles.row, styles.columns]} fixed>
          <Text style={styles.item}>Item</Text>
          <Text style={styles.number}>Price</Text>
          <Text style={styles.quantity}>Qty</Text>
          <Text style={styles.number}>Amount</Text>
        </View>
        {order.lines.map((line) => (
          <View key={line.id} style={styles.row} wrap={false}>
            <View style={styles.item}>
              <Text>{line.name}</Text>
              <Text style={styles.muted}>{[line.variant_title, line.sku].filter(Boolean).join(' · ')}</Text>
            </View>
            <Text style={styles.number}>{formatMoney(line.price, locale)}</Text>
            <Text style={styles.quantity}>{line.quantity}</Text>
            <Text style={styles.number}>{formatMoney(line.line_total, locale)}</Text>
          </View>
        ))}

        <View style={styles.totals} wrap={false}>
          <Total name="Subtotal" amount={formatMoney(totals.subtotal, locale)} />
          <Total name={totals.shipping_name} amount={formatMoney(totals.shipping, locale)} />
          {totals.discount.amount > 0 && <Total name={discountWords(totals) ?? 'Discount'} amount={`−${formatMoney(totals.discount, locale)}`} />}
          {totals.taxes.map(({ name, percent, base, tax }) => (
            <Total
              key={`${name} ${percent}`}
              name={totals.taxes.length === 1 ? `${name} (${percent}%)` : `${name} (${percent}% of ${formatMoney(base, locale)})`}
              amount={formatMoney(tax, locale)}
            />
          ))}
          <View style={[styles.total, styles.grand]}>
            <Text>Total</Text>
            <Text>{formatMoney(totals.total, locale)}</Text>
          </View>
          {paymentNote(order) && <Text style={[styles.muted, styles.note]}>{paymentNote(order)}</Text>}
        </View>

        <Foot {...shop} />
      </Page>
    </Document>
  )
}

function Total({ name, amount }: { name: string; amount: string }) {
  return (
    <View style={styles.total}>
      <Text style={styles.muted}>{name}</Text>
      <Text>{amount}</Text>
    </View>
  )
}

function paymentNote({ payment_status }: Pick<OrderView, 'payment_status'>): string | null {
  if (payment_status === 'refunded') return 'Refunded in full.'
  if (payment_status === 'partially_refunded') return 'Refunded in part.'
  return null
}
