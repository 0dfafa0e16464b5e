import { QueryClient } from '@tanstack/react-query'

/**
 * The browser's cache of what it asked the shop. How long unused answers are kept is left to the library: it knows that on the server,
 * where pages are drawn, a timer per question would hold the whole request for as long.
 */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false },
      // Without a connection a change fails at once and says so. The library would keep it and send it whenever there is one again.
      mutations: { networkMode: 'always' },
    },
  })
