import path from 'node:path'
import { Document, Font, Page, Path, Rect, renderToStream, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { findCountry } from '@/lib/checkout/countries'
import type { AddressFields } from '@/lib/checkout/schemas'
import { formatMoney } from '@/lib/core/format-money'
import type { OrderView } from '@/lib/orders/schemas'

export type InvoiceProps = {
  order: OrderView
  shop: { shopName: string; supportEmail: string; locale: string; timeZone: string }
}

/** The invoice of a paid order as a PDF of A4 pages; long orders go on over as many as they need. */
export function renderInvoice(props: InvoiceProps): Promise<NodeJS.ReadableStream> {
  registerFonts()
  return renderToStream(<Invoice {...props} />)
}

/** Once per process: the PDF carries its fonts, Latin letters of all of Europe. */
let areFontsRegistered = false
function registerFonts(): void {
  if (areFontsRegistered) return
  areFontsRegistered = true
  const file = (subset: string, weight: number) =>
    path.join(process.cwd(), 'node_modules/@fontsource/figtree/files', `figtree-${subset}-${weight}-normal.woff`)
  for (const [family, subset] of [
    ['Figtree', 'latin'],
    ['Figtree Extended', 'latin-ext'],
  ] as const) {
    Font.register({ family, fonts: [400, 600, 700].map((fontWeight) => ({ src: file(subset, fontWeight), fontWeight })) })
  }
  // Product names are not broken inside words.
  Font.registerHyphenationCallback((word) => [word])
}

function Invoice({ order, shop }: InvoiceProps) {
  const { locale, timeZone, shopName, supportEmail } = shop
  const { totals } = order
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const paid = order.history.find(({ status }) => status === 'paid')
  return (
    <Document title={`Invoice ${order.number}`} author={shopName} language={locale}>
      <Page size="A4" style={styles.page}>
        <View style={styles.head}>
          <View style={styles.brand}>
            <Svg viewBox="0 0 32 32" style={styles.mark}>
              <Rect width="32" height="32" rx="8" fill={colors.accent} />
              <Path d="M6 8.5h20v4.2a3.33 3.33 0 0 1-6.67 0 3.33 3.33 0 0 1-6.66 0 3.33 3.33 0 0 1-6.67 0Z" fill={colors.paper} />
              <Path d="M10.5 19v6.5M21.5 19v6.5M10.5 22.2h11" stroke={colors.paper} strokeWidth={2.6} strokeLinecap="round" />
            </Svg>
            <Text style={styles.shop}>{shopName}</Text>
          </View>
          <View style={styles.right}>
            <Text style={styles.title}>Invoice {order.number}</Text>
            <Text style={styles.muted}>Ordered {day.format(new Date(order.placed_at))}</Text>
            {paid && <Text style={styles.muted}>Paid {day.format(new Date(paid.at))}</Text>}
          </View>
        </View>

        <View style={styles.addresses}>
          <Address title="Billed to" address={order.billing_address} />
          <Address title="Delivered to" address={order.shipping_address} />
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
          {totals.discount.amount > 0 && <Total name="Discount" amount={`−${formatMoney(totals.discount, locale)}`} />}
          <Total name={`${totals.tax_name} (${totals.tax_percent}%)`} amount={formatMoney(totals.tax, locale)} />
          <View style={[styles.total, styles.grand]}>
            <Text>Total</Text>
            <Text>{formatMoney(totals.total, locale)}</Text>
          </View>
          {paymentNote(order) && <Text style={[styles.muted, styles.note]}>{paymentNote(order)}</Text>}
        </View>

        <View style={styles.foot} fixed>
          <Text>
            {shopName} · {supportEmail}
          </Text>
          <Text render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
        </View>
      </Page>
    </Document>
  )
}

function Address({ title, address }: { title: string; address: AddressFields }) {
  const town = [address.city, [address.region, address.postal_code].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const country = findCountry(address.country)?.name ?? address.country
  return (
    <View style={styles.address}>
      <Text style={styles.label}>{title}</Text>
      {[address.full_name, address.line1, address.line2, town, country].filter(Boolean).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </View>
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

function paymentNote({ payment_status }: OrderView): string | null {
  if (payment_status === 'refunded') return 'Refunded in full.'
  if (payment_status === 'partially_refunded') return 'Refunded in part.'
  return null
}

/** The light tokens of `globals.css`, which PDF cannot read. */
const colors = { paper: '#fbf9f5', ink: '#231c17', muted: '#645a50', line: '#e2ddd4', accent: '#1d4a34' }

const styles = StyleSheet.create({
  page: {
    paddingTop: 48,
    paddingBottom: 64,
    paddingHorizontal: 48,
    fontFamily: ['Figtree', 'Figtree Extended'],
    fontSize: 10,
    lineHeight: 1.45,
    color: colors.ink,
  },
  head: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-start', marginBottom: 36 },
  brand: { flexDirection: 'row', alignItems: 'center', gap: 8 },
  mark: { width: 28, height: 28 },
  shop: { fontSize: 17, fontWeight: 700, lineHeight: 1 },
  right: { alignItems: 'flex-end' },
  title: { fontSize: 15, fontWeight: 700, marginBottom: 4 },
  muted: { color: colors.muted },
  addresses: { flexDirection: 'row', gap: 32, marginBottom: 32 },
  address: { flex: 1 },
  label: { fontWeight: 600, marginBottom: 4 },
  row: { flexDirection: 'row', gap: 12, paddingVertical: 8, borderBottomWidth: 1, borderBottomColor: colors.line },
  columns: { fontWeight: 600, color: colors.muted },
  item: { flex: 1 },
  number: { width: 80, textAlign: 'right' },
  quantity: { width: 36, textAlign: 'right' },
  totals: { alignSelf: 'flex-end', width: 260, marginTop: 16 },
  total: { flexDirection: 'row', justifyContent: 'space-between', paddingVertical: 3 },
  grand: { marginTop: 6, paddingTop: 8, borderTopWidth: 1, borderTopColor: colors.ink, fontSize: 13, fontWeight: 700 },
  note: { textAlign: 'right', marginTop: 4 },
  foot: {
    position: 'absolute',
    // Of A4's 842 points; what hangs from `bottom` is not drawn when the page has a line height (renderer 4.9).
    top: 796,
    left: 48,
    right: 48,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8.5,
    color: colors.muted,
  },
})
