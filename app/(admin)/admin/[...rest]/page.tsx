import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { DomainError } from '@/lib/core/errors'

export const instant = false

/**
 * Every address of the dashboard at which there is nothing. Next would answer these with the shop's document for all that is unknown, which
 * is outside the dashboard; and who is not signed in is led to the sign-in page here as everywhere in it.
 */
export default async function NothingHere({ params }: { params: Promise<{ rest: string[] }> }) {
  const { rest } = await params
  return asStaff<never>(`/admin/${rest.join('/')}`, async () => {
    throw new DomainError('not_found')
  })
}
