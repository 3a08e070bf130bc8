import { registerEnumType } from 'type-graphql';

/** The values are the names under which these segments are published. */
export enum Segment {
  CHAMPIONS = 'Champions',
  LOYAL_CUSTOMERS = 'Loyal Customers',
  POTENTIAL_LOYALIST = 'Potential Loyalist',
  NEW_CUSTOMERS = 'New Customers',
  PROMISING = 'Promising',
  NEED_ATTENTION = 'Need Attention',
  ABOUT_TO_SLEEP = 'About To Sleep',
  AT_RISK = 'At Risk',
  CANT_LOSE_THEM = "Can't Lose Them",
  LOST = 'Lost',
  OTHERS = 'Others',
}
registerEnumType(Segment, {
  name: 'Segment',
  description: 'Where a customer stands by recency (r), frequency (f) and money (m). The first whose scores fit.',
  valuesConfig: {
    CHAMPIONS: { description: 'r 4–5, f 4–5, m 4–5: bought lately, often and much.' },
    LOYAL_CUSTOMERS: { description: 'r 2–5, f 3–5, m 3–5: buy often and much.' },
    POTENTIAL_LOYALIST: { description: 'r 3–5, f 1–3, m 1–3: bought lately, and may come back.' },
    NEW_CUSTOMERS: { description: 'r 4–5, f 1, m 1: bought for the first time lately.' },
    PROMISING: { description: 'r 3–4, f 1, m 1: bought little, not long ago.' },
    NEED_ATTENTION: { description: 'r 2–3, f 2–3, m 2–3: middling, and not lately.' },
    ABOUT_TO_SLEEP: { description: 'r 2–3, f 1–2, m 1–2: little, and not lately.' },
    AT_RISK: { description: 'r 1–2, f 2–5, m 2–5: bought well, long ago.' },
    CANT_LOSE_THEM: { description: 'r 1, f 4–5, m 4–5: bought most, and longest ago.' },
    LOST: { description: 'r 1–2, f 1–2, m 1–2: little, and long ago.' },
    OTHERS: { description: 'None of the above.' },
  },
});
