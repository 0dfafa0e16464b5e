import type { ReactNode } from 'react'
import type { z } from 'zod'
import { addressLines } from '@/lib/core/address-lines'
import { discountWords } from '@/lib/core/discount-words'
import { formatMoney } from '@/lib/core/format-money'
import type { Money } from '@/lib/core/money'
import { Table } from './layout'
import { display, palette } from './palette'
import type { MailAddress, MailLine, MailPicture, MailProduct, MailTotals } from './props'
import type { Sender } from './template'

const { light } = palette

export function Title({ children }: { children: ReactNode }) {
  return (
    <h1
      className="ink"
      style={{
        margin: '0 0 16px',
        color: light.ink,
        fontFamily: display,
        fontSize: 28,
        lineHeight: '34px',
        fontWeight: 500,
        letterSpacing: '-0.5px',
      }}
    >
      {children}
    </h1>
  )
}

export const Text = ({ children }: { children: ReactNode }) => <p style={{ margin: '0 0 16px' }}>{children}</p>

/** Quieter: conditions, what to do if this was not you. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <p className="muted" style={{ margin: '16px 0 0', color: light.muted, fontSize: 14, lineHeight: '20px' }}>
      {children}
    </p>
  )
}

/** In one piece at the end of a line. */
export const OrderNumber = ({ of: { number } }: { of: { number: string } }) => <span style={{ whiteSpace: 'nowrap' }}>{number}</span>

type ToPage = { sender: Sender; path: string; children: ReactNode }

/** The one thing to do. A cell with padding is a button in every reader. */
export function ButtonTo({ sender, path, children }: ToPage) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '24px 0 8px' }}>
      <tbody>
        <tr>
          <td className="button" style={{ backgroundColor: light.accent, borderRadius: 999 }}>
            <a
              href={sender.url + path}
              style={{
                display: 'inline-block',
                padding: '13px 26px',
                color: light['accent-ink'],
                fontSize: 16,
                lineHeight: '22px',
                fontWeight: 600,
                textDecoration: 'none',
              }}
            >
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

export function LinkTo({ sender, path, children }: ToPage) {
  return (
    <a href={sender.url + path} className="link" style={{ color: light.accent, textDecoration: 'underline' }}>
      {children}
    </a>
  )
}

const TILE = 64

/** On a tinted ground like in the shop; readers that block pictures show that and the words beside it. */
function Tile({ sender, picture, size = TILE }: { sender: Sender; picture?: z.output<typeof MailPicture> | null; size?: number }) {
  if (!picture) return <div className="sunken" style={{ width: size, height: size, borderRadius: 12, backgroundColor: light.sunken }} />
  const src = picture.src.startsWith('/') ? sender.url + picture.src : picture.src
  return (
    <img
      src={src}
      alt={picture.alt}
      width={size}
      height={size}
      className="sunken"
      style={{ display: 'block', width: size, height: size, border: 0, borderRadius: 12, objectFit: 'cover', backgroundColor: light.sunken }}
    />
  )
}

export function Lines({ sender, lines }: { sender: Sender; lines: MailLine[] }) {
  return (
    <Table style={{ margin: '8px 0 0' }}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mail is drawn once, and its lines have no names of their own
        <tr key={index}>
          <td width={TILE} style={{ width: TILE, padding: '8px 0', verticalAlign: 'top' }}>
            <Tile sender={sender} picture={line.picture} />
          </td>
          <td style={{ padding: '8px 0 8px 16px', verticalAlign: 'top' }}>
            <span style={{ fontWeight: 600 }}>{line.name}</span>
            <br />
            <span className="muted" style={{ color: light.muted, fontSize: 14 }}>
              {[line.variant_title, `${line.quantity} × ${formatMoney(perUnit(line), sender.locale)}`].filter(Boolean).join(' · ')}
            </span>
          </td>
          <td align="right" style={{ padding: '8px 0 8px 12px', verticalAlign: 'top', whiteSpace: 'nowrap' }}>
            {formatMoney(line.line_total, sender.locale)}
          </td>
        </tr>
      ))}
    </Table>
  )
}

const perUnit = ({ line_total: { amount, currency }, quantity }: MailLine): Money => ({ amount: Math.round(amount / quantity), currency })

export function Totals({ sender, totals }: { sender: Sender; totals: MailTotals }) {
  const { subtotal, shipping, tax, discount, total } = totals
  const words = (money: Money) => formatMoney(money, sender.locale)
  const rows: [string, string][] = [
    ['Subtotal', words(subtotal)],
    [`Shipping, ${totals.shipping_name}`, shipping.amount === 0 ? 'Free' : words(shipping)],
    [totals.tax_name, words(tax)],
    ...(discount.amount > 0 ? [[discountWords(totals) ?? 'Discount', `−${words(discount)}`] as [string, string]] : []),
  ]
  const total_ = { padding: '12px 0 0', borderTop: `1px solid ${light.line}`, fontSize: 18, fontWeight: 600 }
  return (
    <Table style={{ margin: '16px 0 24px' }}>
      {rows.map(([label, value]) => (
        <tr key={label}>
          <td style={{ padding: '0 0 8px' }}>{label}</td>
          <td align="right" style={{ padding: '0 0 8px', whiteSpace: 'nowrap' }}>
            {value}
          </td>
        </tr>
      ))}
      <tr>
        <td className="line" style={total_}>
          Total
        </td>
        <td align="right" className="line" style={{ ...total_, whiteSpace: 'nowrap' }}>
          {words(total)}
        </td>
      </tr>
    </Table>
  )
}

export function Address({ sender, title, address }: { sender: Sender; title: string; address: MailAddress }) {
  const country = new Intl.DisplayNames(sender.locale, { type: 'region' }).of(address.country)
  const rows = [...addressLines(address), country]
  return (
    <p style={{ margin: '0 0 16px' }}>
      <span className="muted" style={{ color: light.muted, fontSize: 14 }}>
        {title}
      </span>
      {rows.map((row) => (
        <span key={row}>
          <br />
          {row}
        </span>
      ))}
    </p>
  )
}

/** One product, with what is to be said about it below its name. */
export function Product({ sender, product, children }: { sender: Sender; product: z.output<typeof MailProduct>; children?: ReactNode }) {
  return (
    <Table style={{ margin: '8px 0 0' }}>
      <tr>
        <td width={96} style={{ width: 96, padding: '8px 0', verticalAlign: 'top' }}>
          <a href={sender.url + product.path} data-skip-in-text="true">
            <Tile sender={sender} picture={product.picture} size={96} />
          </a>
        </td>
        <td style={{ padding: '8px 0 8px 18px', verticalAlign: 'middle' }}>
          <a href={sender.url + product.path} className="ink" style={{ color: light.ink, fontWeight: 600, textDecoration: 'none' }}>
            {product.name}
          </a>
          {children && (
            <>
              <br />
              {children}
            </>
          )}
        </td>
      </tr>
    </Table>
  )
}

/** A price that fell, beside what it was. */
export function Fallen({ sender, before, now }: { sender: Sender; before: Money; now: Money }) {
  return (
    <>
      <span className="drop" style={{ color: light.drop, fontWeight: 700 }}>
        {formatMoney(now, sender.locale)}
      </span>{' '}
      <span className="muted" style={{ color: light.muted }}>
        instead of <s>{formatMoney(before, sender.locale)}</s>
      </span>
    </>
  )
}

export const day = (iso: string, { locale, timeZone }: Sender): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(iso))

export const dateTime = (iso: string, { locale, timeZone }: Sender): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(iso))
