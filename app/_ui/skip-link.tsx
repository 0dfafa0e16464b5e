/** The first thing that Tab reaches on every page; shown while it has the focus. */
export const SkipLink = () => (
  <a
    href="#content"
    className="sr-only z-50 rounded-full bg-accent px-5 py-3 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
  >
    Skip to the content
  </a>
)
