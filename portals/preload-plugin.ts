import type { HtmlTagDescriptor, Plugin } from 'vite';
import { entrance } from './chunks.ts';

type Chunk = { imports: string[]; dynamicImports: string[]; moduleIds: string[]; viteMetadata?: { importedCss: Set<string> } };

/** The page names all that makes up its entrance, so that the browser fetches it together with the small script that asks for it. */
export function preloadEntrance(): Plugin {
  let base = '/';
  return {
    name: 'prisme-preload-entrance',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, chunk }) {
        const chunkOf = (file: string) => bundle[file] as Chunk | undefined;
        const scripts = new Set<string>();
        const styles = new Set<string>();
        const take = (file: string) => {
          if (scripts.has(file)) return;
          scripts.add(file);
          for (const style of chunkOf(file)?.viteMetadata?.importedCss ?? []) styles.add(style);
          chunkOf(file)?.imports.forEach(take);
        };
        const asked = chunk?.dynamicImports ?? [];
        const isEntrance = (file: string) => chunkOf(file)?.moduleIds?.some((id) => entrance.test(id));
        const drawn = asked.filter((file) => isEntrance(file) || chunkOf(file)?.imports.some(isEntrance));
        if (!drawn[0]) throw new Error('The first script imports no entrance');
        take(drawn[0]);
        const missing = (files: Set<string>) =>
          [...files].filter((file) => file !== chunk?.fileName && !html.includes(base + file));
        return [
          ...missing(styles).map(
            (file): HtmlTagDescriptor => ({
              tag: 'link',
              // Not `stylesheet`: what the page shows by itself need not wait, and the script waits for its styles anyway.
              attrs: { rel: 'preload', as: 'style', crossorigin: true, href: base + file },
              injectTo: 'head',
            }),
          ),
          ...missing(scripts).map(
            (file): HtmlTagDescriptor => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: base + file },
              injectTo: 'head',
            }),
          ),
        ];
      },
    },
  };
}
