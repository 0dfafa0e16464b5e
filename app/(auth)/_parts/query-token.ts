export type TokenPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The secret of a mailed link; empty when it got lost on the way. */
export async function queryToken({ searchParams }: TokenPageProps): Promise<string> {
  const { token } = await searchParams
  return typeof token === 'string' ? token.slice(0, 2000) : ''
}
