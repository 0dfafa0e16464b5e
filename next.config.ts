import path from 'node:path'
import type { NextConfig } from 'next'
import { HTML_LIMITED_BOT_UA_RE } from 'next/dist/shared/lib/router/utils/html-bots'
import { appUrl, mediaBase, mode } from './lib/platform/env'
import { securityHeaders, staticPagePolicy } from './lib/platform/security-headers'
import { WHOLE_DOCUMENT_AGENT } from './lib/web/whole-document'

const config: NextConfig = {
  cacheComponents: true,
  // With `true` a prerendered page is stale once after each invalidation (Next issue 97457); a test pins this.
  partialPrefetching: false,
  typedRoutes: true,
  // npm test and npm run check look at the types; a build at the start of a shop has no need to do it again.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  poweredByHeader: false,
  // npm test builds beside the build of npm start.
  distDir: process.env.BUILD_DIR || '.next',
  compress: true,
  // Next would hash each document anew for each answer; next-cache-handler.mjs does it once.
  generateEtags: false,
  // Pages share only invalidations between instances; see lib/platform/cache/next-cache-handler.mjs.
  cacheHandler: path.resolve('lib/platform/cache/next-cache-handler.mjs'),
  cacheMaxMemorySize: 48 * 1024 * 1024,
  // The time in the id tells the start-up how far to read the log of invalidations back.
  generateBuildId: () => `b${Date.now().toString(36)}`,
  deploymentId: process.env.NEXT_DEPLOYMENT_ID,
  serverExternalPackages: ['postgres', 'pino', 'sharp', 'stripe', 'prom-client', 'nodemailer', '@react-email/render'],
  images: { unoptimized: true },
  experimental: {
    globalNotFound: true,
    // Idle memory and start-up time before the first request of each route.
    preloadEntriesOnStart: false,
    // Pages rendered at run time stay in bounded memory: 100,000 products must not fill the disk, and the checkout may be read-only.
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: '1mb', allowedOrigins: [new URL(appUrl).host] },
  },
  // Cart, checkout and orders are rendered whole before they are answered: see lib/web/whole-document.ts.
  htmlLimitedBots: new RegExp(`${HTML_LIMITED_BOT_UA_RE.source}|${WHOLE_DOCUMENT_AGENT}`, 'i'),
  headers: async () => [
    { source: '/:path*', headers: securityHeaders(mode) },
    // Cart, checkout, orders and the mailbox get a policy with a nonce from proxy.ts, whose matcher says which pages these are.
    {
      source:
        '/((?!(?:cart|checkout|orders|account|admin|wishlist|subscriptions|dev)(?:/|$)|(?:unsubscribe|sign-in|register|forgot-password|reset-password|verify-email|check-your-mail)$).*)',
      headers: [{ key: 'Content-Security-Policy', value: staticPagePolicy({ mediaBase, isHttps: appUrl.startsWith('https:') }) }],
    },
  ],
}

export default config
