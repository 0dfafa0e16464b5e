import type { Ask } from './asking'
import { accountRequests } from './requests/account'
import { shopRequests } from './requests/shop'
import { staffRequests } from './requests/staff'

export { pageRequests } from './requests/pages'

/** What is asked at each route handler and each Server Action, by the names of the table. */
export const requests: Record<string, Ask> = { ...shopRequests, ...accountRequests, ...staffRequests }
