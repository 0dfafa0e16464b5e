import { themeCode } from './theme-code'

/**
 * Runs in the head before the first paint: marks that scripts run, and applies a theme that was chosen by hand, so that nothing flashes.
 * Pages with a nonce CSP pass theirs; the document for what is unknown has none to pass, and the policy knows this script by its hash.
 */
export function ThemeScript({ nonce }: { nonce?: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {themeCode}
    </script>
  )
}
