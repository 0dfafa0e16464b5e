import path from 'node:path'
import { Font, Path, Rect, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { findCountry } from '@/lib/checkout/countries'
import type { AddressFields } from '@/lib/checkout/schemas'
import { addressLines } from '@/lib/core/address-lines'

/** What a document says of the shop. */
export type Shop = { postalAddress: string; taxNumber: string; shopName: string; supportEmail: string; locale: string; timeZone: string }

/** Families with the package and the part of it that each is. Figtree has Latin letters alone; people and streets have others. */
const fonts = [
  ['Figtree', 'figtree', 'latin'],
  ['Figtree Extended', 'figtree', 'latin-ext'],
  ['Noto Vietnamese', 'noto-sans', 'vietnamese'],
  ['Noto Greek', 'noto-sans', 'greek'],
  ['Noto Greek Extended', 'noto-sans', 'greek-ext'],
  ['Noto Cyrillic', 'noto-sans', 'cyrillic'],
  ['Noto Cyrillic Extended', 'noto-sans', 'cyrillic-ext'],
] as const

/** Once per process. A PDF carries of each font what it has used. */
let areFontsRegistered = false
export function registerFonts(): void {
  if (areFontsRegistered) return
  areFontsRegistered = true
  for (const [family, name, part] of fonts) {
    const file = (weight: number) => path.join(process.cwd(), `node_modules/@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff`)
    Font.register({ family, fonts: [400, 600, 700].map((fontWeight) => ({ src: file(fontWeight), fontWeight })) })
  }
  // Product names are not broken inside words.
  Font.registerHyphenationCallback((word) => [word])
}

/** The sign over the door, with the shop's name. */
export function Brand({ shopName }: { shopName: string }) {
  return (
    <View style={styles.brand}>
      <Svg viewBox="0 0 32 32" style={styles.mark}>
        <Rect width="32" height="32" rx="8" fill={colors.accent} />
        <Path d="M6 8.5h20v4.2a3.33 3.33 0 0 1-6.67 0 3.33 3.33 0 0 1-6.66 0 3.33 3.33 0 0 1-6.67 0Z" fill={colors.paper} />
        <Path d="M10.5 19v6.5M21.5 19v6.5M10.5 22.2h11" stroke={colors.paper} strokeWidth={2.6} strokeLinecap="round" />
      </Svg>
      <Text style={styles.shop}>{shopName}</Text>
    </View>
  )
}

export function Address({ title, address }: { title: string; address: AddressFields }) {
  const country = findCountry(address.country)?.name ?? address.country
  return (
    <View style={styles.address}>
      <Text style={styles.label}>{title}</Text>
      {[...addressLines(address), country].map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </View>
  )
}

type FootProps = Pick<Shop, 'shopName' | 'supportEmail' | 'postalAddress'> & Partial<Pick<Shop, 'taxNumber'>>

/** At the foot of every page: whose it is, and which of how many. */
export function Foot({ shopName, supportEmail, postalAddress, taxNumber = '' }: FootProps) {
  return (
    <View style={styles.foot} fixed>
      <Text style={styles.whose}>
        {[shopName, ...postalAddress.split('\n'), supportEmail, taxNumber && `Tax number ${taxNumber}`].filter(Boolean).join(' · ')}
      </Text>
      <Text render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
    </View>
  )
}

/** The light tokens of `globals.css`, which PDF cannot read. */
const colors = { paper: '#fbf9f5', ink: '#231c17', muted: '#645a50', line: '#e2ddd4', accent: '#1d4a34' }

export const styles = StyleSheet.create({
  page: {
    paddingTop: 48,
    paddingBottom: 64,
    paddingHorizontal: 48,
    fontFamily: fonts.map(([family]) => family),
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
  whose: { flex: 1, marginRight: 24 },
})
