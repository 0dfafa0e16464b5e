import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { DomainError } from '@/lib/core/errors'

export const instant = false

/**
 * Every address of the dashboard at which there is nothing. Next would answer these with the document for all that is unknown, which is
 * prerendered: its scripts carry no nonce, and the policy of this part of the shop lets none run without.
 */
export default async function NothingHere({ params }: { params: Promise<{ rest: string[] }> }) {
  const { rest } = await params
  return asStaff<never>(`/admin/${rest.join('/')}`, async () => {
    throw new DomainError('not_found')
  })
}
