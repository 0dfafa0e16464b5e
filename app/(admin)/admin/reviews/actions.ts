'use server'

import { z } from 'zod'
import { moderateReviews } from '@/lib/reviews/moderate-reviews'
import { ModerateReviews } from '@/lib/reviews/schemas'
import { action } from '@/lib/web/action'
import { decisionOf } from './review-fields'

export const moderateAction = action(z.preprocess(decisionOf, ModerateReviews), moderateReviews)
