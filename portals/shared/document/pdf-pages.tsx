import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './document-preview.module.css';

GlobalWorkerOptions.workerSrc = worker;

type PdfPagesProps = {
  address: string;
  name: string;
  /** How wide pages are, as a part of their place. */
  zoom: number;
  /** The page to begin at. */
  begin: number;
  counted: (pages: number) => void;
  failed: () => void;
};

/**
 * A PDF drawn on canvases: looks the same in every browser, phones included, and nothing in it ever runs. A page is drawn when it
 * comes into sight.
 */
export default function PdfPages({ address, name, zoom, begin, counted, failed }: PdfPagesProps) {
  const { t } = useTranslation('document');
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const pages = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `failed` and `counted` are told once, whichever they are by then
  useEffect(() => {
    const task = getDocument({ url: address });
    task.promise
      .then((read) => {
        setPdf(read);
        counted(read.numPages);
      })
      .catch(() => !task.destroyed && failed());
    return () => void task.destroy();
  }, [address]);
  useEffect(() => {
    if (pdf && begin > 1) pages.current?.children[begin - 1]?.scrollIntoView({ block: 'start' });
  }, [pdf, begin]);
  if (!pdf) return <div className={css.waiting} role="status" aria-label={t('preview.loading')} />;
  return (
    <div ref={pages} className={css.pages} style={{ width: `${zoom * 100}%` }}>
      {Array.from({ length: pdf.numPages }, (_, i) => i + 1).map((number) => (
        <PdfPage
          key={number}
          pdf={pdf}
          number={number}
          zoom={zoom}
          label={t('preview.page', { name, number, count: pdf.numPages })}
        />
      ))}
    </div>
  );
}

/** A4 upright, until the page says otherwise. */
const usualRatio = '1 / 1.414';
/** Phones draw no larger canvas. */
const mostPixels = 16_000_000;

function PdfPage({ pdf, number, zoom, label }: { pdf: PDFDocumentProxy; number: number; zoom: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ratio, setRatio] = useState(usualRatio);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is drawn anew
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    let gone = false;
    let drawing: RenderTask | undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      if (gone) return;
      setRatio(`${width} / ${height}`);
      const wanted = (place.clientWidth * Math.min(window.devicePixelRatio, 2)) / width;
      const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(mostPixels / (width * height))) });
      place.width = viewport.width;
      place.height = viewport.height;
      drawing = page.render({ canvas: place, viewport });
      await drawing.promise.catch(() => undefined);
      place.dataset.drawn = 'true';
    };
    const sight = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      sight.disconnect();
      void draw();
    });
    sight.observe(place);
    return () => {
      gone = true;
      drawing?.cancel();
      sight.disconnect();
    };
  }, [pdf, number, zoom]);
  return (
    <canvas ref={canvas} className={css.page} style={{ aspectRatio: ratio }} role="img" aria-label={label} data-page={number} />
  );
}
