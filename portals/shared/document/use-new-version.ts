import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { done } from '../ui/notify';

const UploadDocumentVersion = graphql(`
  mutation UploadDocumentVersion($input: UploadDocumentInput!) {
    uploadDocument(input: $input) {
      document { id ...DocumentRow_document }
      userErrors { path code message }
    }
  }
`);
const RestoreDocumentVersion = graphql(`
  mutation RestoreDocumentVersion($input: RestoreDocumentVersionInput!) {
    restoreDocumentVersion(input: $input) {
      document { id ...DocumentRow_document }
      userErrors { path code message }
    }
  }
`);

/** Another file, or an older version again, as a document's latest. Whoever was faster is not written over: the person is told. */
export function useNewVersion(changed: () => void) {
  const { t } = useTranslation('document');
  const upload = useSubmit(UploadDocumentVersion, { fields: [] });
  const back = useSubmit(RestoreDocumentVersion, { fields: [] });
  return {
    pending: upload.pending || back.pending,
    async send({ id, version }: { id: string; version: number }, file: File): Promise<void> {
      if (await upload.submit({ input: { documentId: id, version, file } })) done(t('replaced', { name: file.name }));
      changed();
    },
    async restore({ version }: { version: number }, older: { id: string; number: number }): Promise<void> {
      if (await back.submit({ input: { id: older.id, version } })) done(t('restored', { number: older.number }));
      changed();
    },
  };
}
