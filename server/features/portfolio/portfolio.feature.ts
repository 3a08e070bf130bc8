import './figures.jobs.js';

/** Its place is in the one list of features. */
export const portfolioFeature = { name: 'portfolio', entities: [], policies: [], resolvers: [] };
