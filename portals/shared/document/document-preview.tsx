import { IconFileOff } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty';
import css from './document-preview.module.css';
import { PreviewBar } from './preview-bar';

const PdfPages = lazy(() => import('./pdf-pages'));

type DocumentPreviewProps = {
  name: string;
  mime: string;
  /** Null for what is neither a PDF nor a picture. */
  address?: string | null;
  /** The page to begin at. */
  page?: number;
};

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** What a file looks like: pictures, and PDFs page by page, as large as one likes. Others say that they can only be downloaded. */
export function DocumentPreview({ name, mime, address, page = 1 }: DocumentPreviewProps) {
  const { t } = useTranslation('document');
  const frame = useRef<HTMLElement>(null);
  const [broken, setBroken] = useState(false);
  const [zoom, setZoom] = useState(1);
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(1);
  if (!address || broken)
    return (
      <div className={css.frame}>
        <Empty icon={IconFileOff} title={t(broken ? 'preview.broken' : 'preview.none')}>
          {t('preview.text')}
        </Empty>
      </div>
    );

  const pages = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
  const go = (number: number) => pages()[number - 1]?.scrollIntoView({ block: 'start' });
  const to = (step: number | undefined) => (step === undefined ? undefined : () => setZoom(step));
  const larger = to(steps.find((step) => step > zoom));
  const smaller = to(steps.findLast((step) => step < zoom));
  const acts: Record<string, (() => void) | undefined> = {
    '+': larger,
    '=': larger,
    '-': smaller,
    '0': () => setZoom(1),
    n: () => go(current + 1),
    p: () => go(current - 1),
  };
  const press = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  // The page whose end has not left the upper half yet.
  const scrolled = () => {
    const middle = (frame.current?.getBoundingClientRect().top ?? 0) + (frame.current?.clientHeight ?? 0) / 2;
    const seen = pages().findIndex((one) => one.getBoundingClientRect().bottom > middle);
    if (seen >= 0) setCurrent(seen + 1);
  };

  return (
    <div className={css.preview}>
      <PreviewBar zoom={zoom} larger={larger} smaller={smaller} fit={() => setZoom(1)} page={current} count={count} go={go} />
      <section
        ref={frame}
        className={css.frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label={t('preview.title')}
        onKeyDown={press}
        onScroll={scrolled}
      >
        {mime === 'application/pdf' ? (
          <Suspense fallback={<div className={css.waiting} />}>
            <PdfPages address={address} name={name} zoom={zoom} begin={page} counted={setCount} failed={() => setBroken(true)} />
          </Suspense>
        ) : (
          <img
            className={css.picture}
            style={zoom === 1 ? undefined : { width: `${zoom * 100}%`, maxWidth: 'none' }}
            src={address}
            alt={name}
            onError={() => setBroken(true)}
          />
        )}
      </section>
    </div>
  );
}
