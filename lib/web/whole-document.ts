/**
 * Next answers a page that is rendered per request with an empty shell and status 200 first, so that a redirect or a 404 inside it comes
 * too late to be one. Only for readers that cannot run scripts (`htmlLimitedBots`) it renders the whole document before it answers. The
 * proxy names its pages' readers so: they then get real statuses, with and without JavaScript.
 */
export const WHOLE_DOCUMENT_AGENT = 'highstreet-whole-document'

/** What the reader called itself before that. */
export const USER_AGENT_HEADER = 'x-hs-user-agent'
