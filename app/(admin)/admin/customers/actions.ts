'use server'

import { z } from 'zod'
import { banCustomer } from '@/lib/customers/ban-user'
import { sendPasswordReset } from '@/lib/customers/send-password-reset'
import { BanCustomer, CustomerRef } from '@/lib/customers/staff-schemas'
import { action } from '@/lib/web/action'
import { banOf } from './customer-fields'

export const banCustomerAction = action(z.preprocess(banOf, BanCustomer), banCustomer)

export const sendPasswordResetAction = action(CustomerRef, sendPasswordReset)
