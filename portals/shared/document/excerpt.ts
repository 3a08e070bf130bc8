export type Excerpt = { page: number; pieces: readonly { text: string; found: boolean }[] };

/** Where only words can stand. */
export const excerptText = ({ pieces }: Excerpt): string => pieces.map(({ text }) => text).join('');
