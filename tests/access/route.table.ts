export interface RouteRow {
  /** As the application registers it. */
  route: string;
  methods: string;
  /** What is asked for there. */
  paths: readonly string[];
  /** The status, where it does not hang on whether the portals are built. */
  status: number | null;
}

const page = (portal: string): RouteRow[] => [
  { route: `/${portal}`, methods: 'GET, HEAD', paths: [`/${portal}`], status: 302 },
  {
    route: `/${portal}/*`,
    methods: 'GET, HEAD',
    paths: [`/${portal}/`, `/${portal}/customers`, `/${portal}/../package.json`, `/${portal}/..%2f..%2fpackage.json`],
    status: null,
  },
];

/**
 * Every way in by HTTP. GraphQL asks who somebody is, and the other tables say what follows; everything else answers everybody alike:
 * pages without data, files by signed addresses, and the figures that a proxy keeps to those who watch the process.
 */
export const routes: readonly RouteRow[] = [
  { route: '/graphql', methods: 'GET, POST, OPTIONS, HEAD', paths: ['/graphql'], status: 400 },
  { route: '/graphql-explorer/start.js', methods: 'GET, HEAD', paths: ['/graphql-explorer/start.js'], status: 200 },
  {
    route: '/graphql-explorer/*',
    methods: 'GET, HEAD',
    paths: ['/graphql-explorer/nothing.js', '/graphql-explorer/..%2fx.js'],
    status: 404,
  },
  {
    route: '/files/*',
    methods: 'GET, HEAD',
    paths: [
      '/files/documents/FILE/a.pdf',
      '/files/previews/FILE/a.pdf',
      '/files/shares/FILE/a.pdf',
      '/files/imports/RUN/refused.csv',
      '/files/exports/RUN/clients.csv',
      '/files/archives/RUN/vos-donnees.zip',
      '/files/documents/FILE/a.pdf?expires=4102444800&signature=x',
      '/files/documents/FILE/a.pdf?expires=1&signature=x',
      '/files/',
      '/files/..%2f..%2fpostgres.json',
    ],
    status: 403,
  },
  { route: '/unsubscribe', methods: 'GET, HEAD, POST', paths: ['/unsubscribe', '/unsubscribe?t=none&p=MARKETING'], status: 302 },
  { route: '/metrics', methods: 'GET, HEAD', paths: ['/metrics'], status: 200 },
  { route: '/health/live', methods: 'GET, HEAD', paths: ['/health/live'], status: 200 },
  { route: '/health/ready', methods: 'GET, HEAD', paths: ['/health/ready'], status: 200 },
  ...['client', 'prestataire', 'revendeur', 'superadmin'].flatMap(page),
  { route: '/share', methods: 'GET, HEAD', paths: ['/share', '/share?x=1'], status: null },
  { route: '/my-data', methods: 'GET, HEAD', paths: ['/my-data', '/my-data?x=1'], status: null },
  {
    route: '/*',
    methods: 'GET, HEAD',
    paths: ['/nothing', '/.env', '/operations/client.json', '/data/postgres.json', '/..%2fpackage.json'],
    status: 404,
  },
];
