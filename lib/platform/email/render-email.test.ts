import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue, emailKinds } from './catalogue'
import { greeting } from './greeting'
import { palette } from './palette'
import { renderEmail } from './render-email'
import { testSender } from './testing/sender'

/** What the first version of each kind stored. Never changed, only added to: such rows may still wait to be sent. */
const stored: Record<string, unknown> = JSON.parse(readFileSync(new URL('testing/stored-props.json', import.meta.url), 'utf8'))
const marketing = ['review_request', 'price_drop', 'back_in_stock', 'abandoned_cart']

describe.each(emailKinds)('%s', (kind) => {
  test('says something in HTML and in text, with nothing missing and every link absolute', async () => {
    const { subject, html, text } = await renderEmail(kind, catalogue[kind].sample, testSender)
    expect(subject.length).toBeGreaterThan(5)
    for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|NaN|null|\[object/)
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link)
    expect(links.length).toBeGreaterThan(1)
    expect(links.filter((link) => !/^(https:\/\/shop\.test\/|mailto:hello@shop\.test$)/.test(link ?? ''))).toEqual([])
    expect(text).not.toContain('<')
    expect(text.length).toBeGreaterThan(150)
    expect(text).toContain('You get this')
  })

  test('can be unsubscribed from when it is advertising, and only then', async () => {
    const { unsubscribeUrl, html } = await renderEmail(kind, catalogue[kind].sample, testSender)
    expect(unsubscribeUrl !== null).toBe(marketing.includes(kind))
    expect(html.includes('Unsubscribe')).toBe(marketing.includes(kind))
  })

  test('still reads what its first version stored', async () => {
    const { html } = await renderEmail(kind, stored[kind], testSender)
    expect(html).not.toMatch(/undefined|NaN/)
  })
})

test('the mark is drawn, an awning over a counter, and holds no letter', async () => {
  const { html } = await renderEmail('welcome', catalogue.welcome.sample, testSender)
  const mark = html.split(/class="mark"[^>]*>/)[1]?.split(testSender.name)[0] ?? ''
  expect(mark.replaceAll(/<[^>]*>/g, '').replaceAll(/&nbsp;|\s/g, '')).toBe('')
  expect(mark.match(/class="mark-ink"/g)).toHaveLength(3 + 7)
})

test('what people typed is text, not markup', async () => {
  const hostile = '<script>alert(1)</script>'
  const { html, subject } = await renderEmail(
    'back_in_stock',
    {
      product: { name: hostile, path: '/p/lamp"onmouseover="x', picture: { src: '/media/a.webp', alt: '"><img src=x onerror=alert(1)>' } },
      price: { amount: 100, currency: 'USD' },
      unsubscribe_path: '/unsubscribe',
    },
    testSender,
  )
  expect(html).not.toMatch(/<script|<img src=x|" ?onmouseover=/)
  expect(html).toContain('&lt;script&gt;')
  expect(subject).toContain(hostile)
})

test('nobody can have us send a sentence or a link of theirs as a name', () => {
  expect(greeting('Ada Lovelace')).toBe('Hello Ada,')
  expect(greeting('Zoë')).toBe('Hello Zoë,')
  for (const name of ['', '   ', 'evil.example/win', 'https://evil.example', '<b>', 'x'.repeat(31), '1000$']) expect(greeting(name)).toBe('Hello,')
})

test('the colours are those of the shop', () => {
  const css = readFileSync('app/globals.css', 'utf8')
  for (const name of Object.keys(palette.light) as (keyof typeof palette.light)[]) {
    const [, light, dark] = new RegExp(`--hs-${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(css) ?? []
    expect([name, palette.light[name], palette.dark[name]]).toEqual([name, hex(light), hex(dark)])
  }
})

/** Source: Björn Ottosson, A perceptual color space for image processing. */
function hex(oklch = ''): string {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(' ').map(Number)
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const bytes = linear
    .map((value) => Math.min(1, Math.max(0, value)))
    .map((value) => Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
