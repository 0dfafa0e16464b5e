import type { CSSProperties, ReactNode } from 'react'
import { display, palette, sans, styleSheet } from './palette'
import type { Letter, Sender } from './template'

const { light } = palette
const WIDTH = 560

/** The frame of every mail: tables, because that is what all mail readers can lay out. */
export function Layout({ letter, sender }: { letter: Letter; sender: Sender }) {
  return (
    <html lang={sender.locale} dir="ltr">
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* Dates and numbers are no links, whatever a phone thinks. */}
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <title>{letter.subject}</title>
        <style>{styleSheet}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: light.paper }}>
        <Preheader text={letter.preheader} />
        <Table className="paper" style={{ backgroundColor: light.paper }}>
          <tr>
            <td align="center" className="outer" style={{ padding: '32px 16px 48px' }}>
              <Table style={{ maxWidth: WIDTH, margin: '0 auto' }}>
                <tr>
                  <td style={{ padding: '0 4px 20px' }}>
                    <Wordmark sender={sender} />
                  </td>
                </tr>
                <tr>
                  <td
                    className="card ink"
                    style={{
                      padding: '36px 40px',
                      backgroundColor: light.surface,
                      border: `1px solid ${light.line}`,
                      borderRadius: 16,
                      color: light.ink,
                      fontFamily: sans,
                      fontSize: 16,
                      lineHeight: '24px',
                    }}
                  >
                    {letter.body}
                  </td>
                </tr>
                <tr>
                  <td style={{ padding: '24px 4px 0' }}>
                    <Footer letter={letter} sender={sender} />
                  </td>
                </tr>
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  )
}

export function Table({ children, className, style }: { children: ReactNode; className?: string; style?: CSSProperties }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} className={className} style={style}>
      <tbody>{children}</tbody>
    </table>
  )
}

/** Shown in the list of messages only. The blanks keep what follows it in the mail out of there. */
function Preheader({ text }: { text: string }) {
  return (
    <div data-skip-in-text="true" style={{ display: 'none', overflow: 'hidden', lineHeight: '1px', opacity: 0, maxHeight: 0, maxWidth: 0 }}>
      {text}
      {'\u00a0\u200c\u200b\u200d\u200e\u200f\ufeff'.repeat(40)}
    </div>
  )
}

/** The sign over the door out of table cells: readers drop inline SVG, and a picture would be blocked. */
function Wordmark({ sender }: { sender: Sender }) {
  return (
    <a href={`${sender.url}/`} data-skip-in-text="true" style={{ textDecoration: 'none' }}>
      <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
        <tbody>
          <tr>
            <td
              aria-hidden="true"
              className="mark"
              width={32}
              height={32}
              align="center"
              style={{ width: 32, height: 32, backgroundColor: light.accent, borderRadius: 8, verticalAlign: 'middle' }}
            >
              <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '0 auto' }}>
                <tbody>
                  <tr>
                    <Scallop />
                    <Scallop />
                    <Scallop />
                  </tr>
                </tbody>
              </table>
              <Counter />
            </td>
            <td
              className="ink"
              style={{
                paddingLeft: 10,
                color: light.ink,
                fontFamily: display,
                fontSize: 22,
                lineHeight: '28px',
                fontWeight: 600,
                letterSpacing: '-0.5px',
              }}
            >
              {sender.name}
            </td>
          </tr>
        </tbody>
      </table>
    </a>
  )
}

/** Two posts and the board between them, in rows of 3, 3 and 4 pixels. */
function Counter() {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '3px auto 0' }}>
      <tbody>
        <tr>
          <Ink width={3} height={3} />
          <td width={8} height={3} style={{ width: 8, height: 3, fontSize: 1, lineHeight: '1px' }} />
          <Ink width={3} height={3} />
        </tr>
        <tr>
          <Ink width={3} height={3} />
          <Ink width={8} height={3} />
          <Ink width={3} height={3} />
        </tr>
        <tr>
          <Ink width={3} height={4} />
          <td width={8} height={4} style={{ width: 8, height: 4, fontSize: 1, lineHeight: '1px' }} />
          <Ink width={3} height={4} />
        </tr>
      </tbody>
    </table>
  )
}

const Scallop = () => <Ink width={7} height={6} borderRadius="0 0 4px 4px" />

/** A piece of the mark: a coloured cell. */
function Ink({ width, height, borderRadius }: { width: number; height: number; borderRadius?: string }) {
  return (
    <td
      className="mark-ink"
      width={width}
      height={height}
      style={{ width, height, backgroundColor: light['accent-ink'], borderRadius, fontSize: 1, lineHeight: '1px' }}
    >
      &nbsp;
    </td>
  )
}

function Footer({ letter, sender }: { letter: Letter; sender: Sender }) {
  const small = { margin: '0 0 8px', color: light.muted, fontFamily: sans, fontSize: 14, lineHeight: '20px' }
  const link = { color: light.muted, textDecoration: 'underline' }
  return (
    <>
      <p className="muted" style={small}>
        {letter.reason}
        {letter.unsubscribePath && (
          <>
            <br />
            <a href={sender.url + letter.unsubscribePath} className="muted" style={link}>
              Unsubscribe with one click
            </a>
          </>
        )}
      </p>
      <p className="muted" style={small}>
        {sender.name} · Questions? Write to{' '}
        <a href={`mailto:${sender.supportEmail}`} className="muted" style={link}>
          {sender.supportEmail}
        </a>
        .
      </p>
    </>
  )
}
