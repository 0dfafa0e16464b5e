import localFont from 'next/font/local'

/** Text. One variable file for all weights; the fallback is sized to it, so that nothing moves when it arrives. */
const figtree = localFont({
  src: '../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  weight: '300 900',
  variable: '--font-figtree',
  display: 'swap',
  adjustFontFallback: 'Arial',
})

/** Headings. The file with the optical axis: large headings get the finer cut. */
const fraunces = localFont({
  src: '../../node_modules/@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2',
  weight: '100 900',
  variable: '--font-fraunces',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

export const fontVariables = `${figtree.variable} ${fraunces.variable}`
