/** Set by the proxy: a page's address with its query, which Next tells to the page alone and not to its parts. A caller's own value never survives. */
export const PAGE_ADDRESS_HEADER = 'x-hs-page-address'
