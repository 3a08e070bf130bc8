/** Who is who: pure rules, which links of orders and duplicates of customers share. */
export const matchingFeature = { name: 'matching', entities: [], policies: [], resolvers: [] };
