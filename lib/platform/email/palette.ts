/** The tokens of `app/globals.css` in hex, because mail readers know neither variables nor OKLCH. A test holds them against the originals. */
export const palette = {
  light: {
    paper: '#fcf9f4',
    surface: '#fffefc',
    sunken: '#f5f0e7',
    ink: '#221a13',
    muted: '#60544a',
    line: '#e3ddd4',
    accent: '#0a5134',
    'accent-ink': '#fcfaf1',
    drop: '#ba2908',
  },
  dark: {
    paper: '#17130f',
    surface: '#211c17',
    sunken: '#2a251f',
    ink: '#f4f0e7',
    muted: '#b9b2a6',
    line: '#3c352e',
    accent: '#7ed9a6',
    'accent-ink': '#001c0f',
    drop: '#ff9b6d',
  },
} as const

export const sans = "Figtree, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
export const display = "Fraunces, Georgia, 'Times New Roman', serif"

const { dark } = palette

/** What inline styles cannot say. Readers that drop it show the light colours at full width, which reads well too. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
a:hover { text-decoration: none; }
@media (max-width: 600px) {
  .card { padding: 28px 22px !important; }
  .outer { padding: 20px 12px 32px !important; }
}
@media (prefers-color-scheme: dark) {
  .paper { background-color: ${dark.paper} !important; }
  .card { background-color: ${dark.surface} !important; border-color: ${dark.line} !important; }
  .sunken { background-color: ${dark.sunken} !important; }
  .ink { color: ${dark.ink} !important; }
  .muted { color: ${dark.muted} !important; }
  .line { border-color: ${dark.line} !important; }
  .drop { color: ${dark.drop} !important; }
  .link { color: ${dark.accent} !important; }
  .button { background-color: ${dark.accent} !important; }
  .button a { color: ${dark['accent-ink']} !important; }
  .mark { background-color: ${dark.accent} !important; }
  .mark-ink { background-color: ${dark['accent-ink']} !important; }
}
`
