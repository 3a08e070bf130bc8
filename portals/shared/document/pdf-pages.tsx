import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './document-preview.module.css';

GlobalWorkerOptions.workerSrc = worker;

type PdfPagesProps = { address: string; name: string; failed: () => void };

/** A PDF drawn on canvases: looks the same in every browser, phones included. A page is drawn when it comes into sight. */
export default function PdfPages({ address, name, failed }: PdfPagesProps) {
  const { t } = useTranslation('document');
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `failed` is told once, whichever it is by then
  useEffect(() => {
    const task = getDocument({ url: address });
    task.promise.then(setPdf).catch(() => !task.destroyed && failed());
    return () => void task.destroy();
  }, [address]);
  if (!pdf) return <div className={css.waiting} role="status" aria-label={t('preview.loading')} />;
  return (
    <div className={css.pages}>
      {Array.from({ length: pdf.numPages }, (_, i) => i + 1).map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} label={t('preview.page', { name, number, count: pdf.numPages })} />
      ))}
    </div>
  );
}

/** A4 upright, until the page says otherwise. */
const usualRatio = '1 / 1.414';

function PdfPage({ pdf, number, label }: { pdf: PDFDocumentProxy; number: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ratio, setRatio] = useState(usualRatio);
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    let gone = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      if (gone) return;
      setRatio(`${width} / ${height}`);
      const viewport = page.getViewport({ scale: (place.clientWidth * Math.min(window.devicePixelRatio, 2)) / width });
      place.width = viewport.width;
      place.height = viewport.height;
      await page.render({ canvas: place, viewport }).promise.catch(() => undefined);
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
      sight.disconnect();
    };
  }, [pdf, number]);
  return <canvas ref={canvas} className={css.page} style={{ aspectRatio: ratio }} role="img" aria-label={label} />;
}
