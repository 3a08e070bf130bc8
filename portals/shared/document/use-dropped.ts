import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirm } from '../ui/confirm';
import { failed } from '../ui/notify';

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Makes an element take one dropped file as a document's next version, once the person said so: it is easy to let go too early. */
export function useDropped({ name, versionNumber }: { name: string; versionNumber: number }, take: (file: File) => void) {
  const { t } = useTranslation('document');
  const [over, setOver] = useState(false);
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: async (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file, ...others] = event.dataTransfer.files;
      if (others.length > 0) return failed(t('drop.one'));
      const question = {
        title: t('drop.title', { name }),
        text: t('drop.text', { file: file.name, number: versionNumber + 1 }),
        action: t('newVersion'),
      };
      if (file && (await confirm(question))) take(file);
    },
  };
}
