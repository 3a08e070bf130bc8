import { CustomerHealthHistoryResolver, FiguresRunResolver, PortfolioResolver } from './portfolio.resolver.js';

/** Its place is in the one list of features. */
export const portfolioFeature = {
  name: 'portfolio',
  entities: [],
  policies: [],
  resolvers: [PortfolioResolver, FiguresRunResolver, CustomerHealthHistoryResolver],
};
