import { handleWebhook } from '@/lib/payments/handle-webhook'
import { webhookRoute } from '@/lib/web/webhook-route'

export const POST = webhookRoute((rawBody, headers) => handleWebhook('stripe', rawBody, headers))
