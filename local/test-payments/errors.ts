/** What a caller did wrong, with the HTTP status that says it. */
export type ProviderError = Error & { status: number; code: string }

export const providerError = (status: number, code: string, message: string): ProviderError => Object.assign(new Error(message), { status, code })

export const isProviderError = (error: unknown): error is ProviderError => error instanceof Error && 'status' in error && 'code' in error
