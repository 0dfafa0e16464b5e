/** Structured data for search engines. `<` is escaped, so that no text of the shop can end the script. */
export function JsonLd({ value }: { value: Record<string, unknown> }) {
  return <script type="application/ld+json">{JSON.stringify(value).replaceAll('<', '\\u003c')}</script>
}
