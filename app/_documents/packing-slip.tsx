import { Document, Page, renderToStream, Text, View } from '@react-pdf/renderer'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { Address, Brand, Foot, registerFonts, type Shop, styles } from './parts'

export type PackingSlipProps = {
  order: StaffOrder
  /** Which parcel; without it what is still to be sent. */
  parcel?: string
  shop: Shop
}

/** What goes into a parcel, without prices: it travels with a present, too. */
export function renderPackingSlip(props: PackingSlipProps): Promise<NodeJS.ReadableStream> {
  registerFonts()
  return renderToStream(<PackingSlip {...props} />)
}

function PackingSlip({ order, parcel, shop: { shopName, supportEmail, postalAddress, locale, timeZone } }: PackingSlipProps) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const sent = order.fulfilments.find(({ id }) => id === parcel)
  return (
    <Document title={`Packing slip ${order.number}`} author={shopName} language={locale}>
      <Page size="A4" style={styles.page}>
        <View style={styles.head}>
          <Brand shopName={shopName} />
          <View style={styles.right}>
            <Text style={styles.title}>Packing slip {order.number}</Text>
            <Text style={styles.muted}>Ordered {day.format(new Date(order.placed_at))}</Text>
            {sent && (
              <Text style={styles.muted}>
                {[`Sent ${day.format(new Date(sent.sent_at))}`, sent.carrier, sent.tracking_number].filter(Boolean).join(' · ')}
              </Text>
            )}
          </View>
        </View>
        <View style={styles.addresses}>
          <Address title="Deliver to" address={order.shipping_address} />
        </View>
        <View style={[styles.row, styles.columns]} fixed>
          <Text style={styles.quantity}>Qty</Text>
          <Text style={styles.item}>Item</Text>
          <Text style={styles.number}>SKU</Text>
        </View>
        {unitsOf(order, sent).map(({ line, quantity }) => (
          <View key={line.id} style={styles.row} wrap={false}>
            <Text style={[styles.quantity, { fontWeight: 700 }]}>{quantity}</Text>
            <View style={styles.item}>
              <Text>{line.name}</Text>
              {line.variant_title !== '' && <Text style={styles.muted}>{line.variant_title}</Text>}
            </View>
            <Text style={styles.number}>{line.sku}</Text>
          </View>
        ))}
        <Foot shopName={shopName} supportEmail={supportEmail} postalAddress={postalAddress} />
      </Page>
    </Document>
  )
}

function unitsOf({ lines }: StaffOrder, sent: StaffOrder['fulfilments'][number] | undefined) {
  const inParcel = new Map<string, number>(sent?.lines.map(({ order_item_id, quantity }) => [order_item_id, quantity]))
  return lines.map((line) => ({ line, quantity: sent ? (inParcel.get(line.id) ?? 0) : line.to_send })).filter(({ quantity }) => quantity > 0)
}
