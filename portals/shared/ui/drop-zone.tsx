import { ActionIcon, Button, Progress } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { IconCheck, IconCloudUpload, IconRefresh, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import css from './drop-zone.module.css';
import { FileMark } from './file-mark';
import { bytes } from './format';
import { failed } from './notify';

export type Sending = {
  id: string;
  file: File;
  progress: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  error?: string;
};

type DropZoneProps = {
  /** What may be dropped: “PDF, images, spreadsheets, 25 MB at most”. */
  hint: string;
  uploads: readonly Sending[];
  add: (files: File[]) => void;
  cancel: (id: string) => void;
  retry: (id: string) => void;
  accept?: string[];
  maxBytes?: number;
};

const megabyte = 1_000_000;

/** Several files at once, each with its progress. Its props are those that `useUpload` answers. */
export function DropZone({ hint, uploads, add, cancel, retry, accept, maxBytes = 25 * megabyte }: DropZoneProps) {
  const { t } = useTranslation('ui');
  const open = useRef<() => void>(null);
  const refuse = (rejections: FileRejection[]) => {
    for (const { file, errors } of rejections) {
      const code = errors[0]?.code === 'file-too-large' ? 'tooLarge' : 'wrongType';
      failed(t(`upload.${code}`, { name: file.name, size: bytes(maxBytes) }));
    }
  };
  return (
    <div className={css.zone}>
      <Dropzone
        className={css.drop}
        openRef={open}
        activateOnClick={false}
        activateOnKeyboard={false}
        tabIndex={-1}
        onDrop={add}
        onReject={refuse}
        accept={accept}
        maxSize={maxBytes}
        inputProps={{ 'aria-label': t('upload.title') }}
        unstyled
      >
        <div className={css.inner}>
          <span className={css.dropIcon}>
            <IconCloudUpload size={20} stroke={1.6} aria-hidden />
          </span>
          <div className={css.dropText}>
            <p className={css.dropTitle}>{t('upload.title')}</p>
            <p className={css.hint}>{hint}</p>
          </div>
          <Button variant="default" onClick={() => open.current?.()}>
            {t('upload.choose')}
          </Button>
        </div>
      </Dropzone>
      {uploads.map((upload) => (
        <Row key={upload.id} upload={upload} cancel={cancel} retry={retry} />
      ))}
    </div>
  );
}

type RowProps = { upload: Sending } & Pick<DropZoneProps, 'cancel' | 'retry'>;

function Row({ upload: { id, file, progress, state, error }, cancel, retry }: RowProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={css.upload} data-state={state}>
      <FileMark name={file.name} />
      <div className={css.main}>
        <span className={css.name}>{file.name}</span>
        {state === 'failed' ? (
          <span className={css.error} role="alert">
            {error}
          </span>
        ) : (
          <Progress value={progress * 100} size={4} aria-label={t('upload.progress', { name: file.name })} />
        )}
      </div>
      <span className={css.sub}>
        {state === 'sending'
          ? t('upload.sent', { sent: bytes(file.size * progress), total: bytes(file.size) })
          : bytes(file.size)}
      </span>
      {state === 'failed' && (
        <ActionIcon size={28} aria-label={t('upload.retry', { name: file.name })} onClick={() => retry(id)}>
          <IconRefresh size={15} stroke={1.8} />
        </ActionIcon>
      )}
      {state === 'done' ? (
        <IconCheck size={16} stroke={2} color="var(--p-success)" role="img" aria-label={t('upload.done')} />
      ) : (
        <ActionIcon size={28} aria-label={t('upload.cancel', { name: file.name })} onClick={() => cancel(id)}>
          <IconX size={15} stroke={1.8} />
        </ActionIcon>
      )}
    </div>
  );
}
