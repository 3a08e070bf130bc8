import { Button } from '@mantine/core';
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { bytes, dateTime } from '../ui/format';
import css from './document-versions.module.css';

const DocumentVersion_version = graphql(`
  fragment DocumentVersion_version on DocumentVersion {
    id number fileName size sha256 createdAt restoredFrom downloadUrl
    uploadedBy { id name }
  }
`);

export type VersionRow = { id: string } & FragmentType<typeof DocumentVersion_version>;

type DocumentVersionsProps = {
  versions: readonly VersionRow[];
  /** The one being looked at. */
  shown: string;
  show: (id: string) => void;
  /** Makes it the latest again; without it the person may not. */
  restore?: (version: { id: string; number: number }) => void;
  pending: boolean;
};

/** Every version, the latest first: who, when, how large, and the digest of its bytes. Its number shows it. */
export function DocumentVersions({ versions, shown, show, restore, pending }: DocumentVersionsProps) {
  const { t } = useTranslation('document');
  return (
    <ol className={css.versions}>
      {versions.map((row, index) => {
        const { id, number, fileName, size, sha256, createdAt, restoredFrom, downloadUrl, uploadedBy } = readFragment(
          DocumentVersion_version,
          row,
        );
        return (
          <li key={id} className={css.version} aria-current={id === shown ? 'true' : undefined}>
            <div className={css.head}>
              <button type="button" className={css.number} onClick={() => show(id)}>
                {t('version', { number })}
              </button>
              {index === 0 && <span className={css.sub}>{t('latest')}</span>}
            </div>
            <span className={css.file}>{fileName}</span>
            <span className={css.sub}>
              {dateTime(createdAt)}, {bytes(size)}
            </span>
            {uploadedBy && <span className={css.sub}>{uploadedBy.name}</span>}
            {restoredFrom && <span className={css.sub}>{t('restoredFrom', { number: restoredFrom })}</span>}
            <code className={css.digest} title={sha256}>
              SHA-256 {sha256.slice(0, 16)}…
            </code>
            <span className={css.acts}>
              <Button
                component="a"
                href={downloadUrl}
                variant="subtle"
                size="compact-xs"
                leftSection={<IconDownload size={13} stroke={1.8} />}
                aria-label={t('downloadVersion', { number })}
              >
                {t('download')}
              </Button>
              {restore && index > 0 && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  disabled={pending}
                  leftSection={<IconArrowBackUp size={13} stroke={1.8} />}
                  aria-label={t('restoreVersion', { number })}
                  onClick={() => restore({ id, number })}
                >
                  {t('restore')}
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
