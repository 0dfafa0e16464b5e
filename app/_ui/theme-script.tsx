/**
 * Runs in the head before the first paint: marks that scripts run, and applies a theme that was chosen by hand, so that nothing flashes.
 * Pages with a nonce CSP pass theirs.
 */
export function ThemeScript({ nonce }: { nonce?: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {code}
    </script>
  )
}

const code = `(function(e){e.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='dark'||t==='light')e.dataset.theme=t}catch(_){}})(document.documentElement)`
