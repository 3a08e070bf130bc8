/** The policy of whatever is no page. */
export const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PAGE = /^default-src 'none'; script-src 'self'; .*frame-ancestors 'self'$/;
export const json = { 'content-type': 'application/json' };
export const known = (query: string) => JSON.stringify({ query });

export interface Row {
  what: string;
  method?: string;
  path?: string;
  /** In place of the path: the signed address of this file. */
  file?: string;
  headers?: Record<string, string>;
  /** Asked by somebody signed in. */
  signedIn?: boolean;
  body?: string;
  status: number;
  csp?: string | RegExp;
  cache?: string;
  referrer?: string;
}

/** Every route, and every way it fails. */
export const rows: Row[] = [
  { what: 'an answer', path: '/graphql', method: 'POST', headers: json, body: known('{ __typename }'), status: 200 },
  { what: 'a half JSON', path: '/graphql', method: 'POST', headers: json, body: '{', status: 400 },
  { what: 'a body without end', path: '/graphql', method: 'POST', headers: json, body: 'x'.repeat(1_100_000), status: 413 },
  {
    what: 'a form',
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'query={__typename}',
    status: 415,
  },
  {
    what: 'plain text',
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: known('{ __typename }'),
    status: 400,
  },
  { what: 'a query by GET without preflight', path: '/graphql?query={__typename}', status: 400 },
  {
    what: 'a mutation by GET',
    path: '/graphql?query=mutation{logout{ok}}',
    headers: { 'apollo-require-preflight': '1' },
    status: 405,
  },
  {
    what: 'an upload without preflight',
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x',
    status: 400,
  },
  {
    what: 'an upload by nobody',
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': '1' },
    body: '--x',
    status: 401,
  },
  {
    what: 'an upload that is none',
    path: '/graphql',
    method: 'POST',
    signedIn: true,
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': '1' },
    body: '--x',
    status: 400,
  },
  { what: 'another method', path: '/graphql', method: 'PUT', headers: json, body: '{}', status: 404 },
  { what: 'a page', path: '/client/', status: 200, csp: PAGE, cache: 'no-cache' },
  { what: 'a page within', path: '/client/invoices/1', status: 200, csp: PAGE, cache: 'no-cache' },
  { what: 'the door', path: '/', status: 200, csp: PAGE, cache: 'no-cache' },
  {
    what: 'the page of a link',
    path: '/share',
    status: 200,
    csp: PAGE,
    cache: 'no-cache',
    referrer: 'no-referrer',
  },
  { what: 'a portal without its slash', path: '/client', status: 302 },
  {
    what: 'a script',
    path: '/client/assets/a-1.js',
    status: 200,
    csp: /^default-src 'none'; script-src 'self'/,
    cache: 'public, max-age=31536000, immutable',
  },
  { what: 'a picture', path: '/client/prisme.svg', status: 200, csp: /^default-src 'none'/, cache: 'public, max-age=3600' },
  { what: 'a script that is gone', path: '/client/assets/b-2.js', status: 404 },
  { what: 'nothing', path: '/nothing', status: 404 },
  { what: 'nothing, by another method', path: '/nothing', method: 'DELETE', status: 404 },
  { what: 'a way out', path: '/client/../../package.json', status: 404 },
  { what: 'an address that is none', path: '/%', status: 400 },
  { what: 'the explorer', path: '/graphql-explorer/index.js', status: 404 },
  { what: 'liveness', path: '/health/live', status: 200 },
  { what: 'readiness', path: '/health/ready', status: 200 },
  { what: 'metrics', path: '/metrics', status: 200 },
  { what: 'an unsigned file', path: '/files/documents/x/a.pdf', status: 403 },
  { what: 'an unknown file', file: 'unknown', status: 404 },
  { what: 'what an unknown link gives', file: 'unknown share', status: 404, referrer: 'no-referrer' },
  { what: 'what a link gives', file: 'share', status: 200, csp: /^default-src 'none'/, referrer: 'no-referrer' },
  {
    what: 'a PDF to save',
    file: 'pdf',
    status: 200,
    csp: /^default-src 'none'; .*frame-ancestors 'self'$/,
    cache: 'private, max-age=300',
  },
  {
    what: 'a PDF to look at',
    file: 'pdf preview',
    status: 200,
    csp: /^default-src 'none'; .*frame-ancestors 'self'$/,
    cache: 'private, max-age=300',
  },
  {
    what: 'its head',
    file: 'pdf',
    method: 'HEAD',
    status: 200,
    csp: /^default-src 'none'/,
    cache: 'private, max-age=300',
  },
  {
    what: 'a part beyond its end',
    file: 'pdf',
    headers: { range: 'bytes=900-' },
    status: 416,
    csp: /^default-src 'none'/,
  },
  { what: 'a page somebody sent', file: 'html', status: 200, csp: /sandbox$/, cache: 'private, max-age=300' },
  { what: 'a page somebody sent, to look at', file: 'html preview', status: 404 },
  { what: 'a drawing somebody sent', file: 'svg', status: 200, csp: /sandbox$/, cache: 'private, max-age=300' },
  { what: 'a drawing somebody sent, to look at', file: 'svg preview', status: 404 },
];
