import { Button, FileButton, MultiSelect } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { bytes } from '../../shared/ui/format';
import css from './email.module.css';

const EmailFiles_customer = graphql(`
  fragment EmailFiles_customer on Customer {
    id
    documents(first: 100) { nodes { id name size createdAt } }
    viewerCan { uploadDocument }
  }
`);
const AttachDocument = graphql(`
  mutation AttachDocument($input: UploadDocumentInput!) {
    uploadDocument(input: $input) { document { id name size } userErrors { path code message } }
  }
`);

const mostFiles = 10;
const mostBytes = 10_000_000;

type EmailFilesProps = {
  customer: FragmentType<typeof EmailFiles_customer>;
  chosen: string[];
  choose: (ids: string[]) => void;
  /** A document more. */
  added: () => void;
  error?: string;
};

/** Documents of the customer to attach; what is uploaded here becomes one. */
export function EmailFiles({ chosen, choose, added, error, ...props }: EmailFilesProps) {
  const { t } = useTranslation();
  const { id, documents, viewerCan } = readFragment(EmailFiles_customer, props.customer);
  const { submit, pending, errorsByPath } = useSubmit(AttachDocument, { fields: ['file'] });
  const files = documents?.nodes ?? [];
  const size = files.reduce((sum, file) => (chosen.includes(file.id) ? sum + file.size : sum), 0);
  const upload = async (picked: File[]) => {
    const made: string[] = [];
    for (const file of picked) {
      const payload = await submit({ input: { customerId: id, file } });
      if (payload?.document) made.push(payload.document.id);
    }
    if (made.length === 0) return;
    added();
    choose([...chosen, ...made].slice(0, mostFiles));
  };
  const wrong = error ?? errorsByPath.file ?? (size > mostBytes ? t('emails.tooLarge') : undefined);
  return (
    <div>
      <div className={css.files}>
        <MultiSelect
          label={t('emails.files')}
          placeholder={chosen.length === 0 ? t('emails.chooseFiles') : undefined}
          searchable
          maxValues={mostFiles}
          hidePickedOptions
          nothingFoundMessage={t('emails.noFiles')}
          data={files.map((file) => ({ value: file.id, label: file.name }))}
          value={chosen}
          onChange={choose}
        />
        {viewerCan.uploadDocument && (
          <FileButton multiple onChange={(picked) => void upload(picked)} inputProps={{ 'aria-label': t('emails.upload') }}>
            {(props) => (
              <Button {...props} variant="default" loading={pending} leftSection={<IconPaperclip size={15} stroke={1.8} />}>
                {t('emails.upload')}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      {wrong ? (
        <p className={css.error} role="alert">
          {wrong}
        </p>
      ) : (
        size > 0 && <p className={css.sub}>{t('emails.size', { size: bytes(size), most: bytes(mostBytes) })}</p>
      )}
    </div>
  );
}
