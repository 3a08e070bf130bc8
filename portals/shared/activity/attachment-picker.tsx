import { Button, FileButton, MultiSelect } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { bytes } from '../ui/format';
import css from './activity.module.css';

const AttachmentPicker_customer = graphql(`
  fragment AttachmentPicker_customer on Customer {
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

type AttachmentPickerProps = {
  customer: FragmentType<typeof AttachmentPicker_customer>;
  chosen: string[];
  choose: (ids: string[]) => void;
  /** A document more. */
  added: () => void;
  /** How much they may be together; nothing: as much as there is. */
  mostBytes?: number;
  error?: string;
};

/** Documents of the customer to attach; what is uploaded here becomes one. */
export function AttachmentPicker({ chosen, choose, added, mostBytes, error, ...props }: AttachmentPickerProps) {
  const { t } = useTranslation('activity');
  const { id, documents, viewerCan } = readFragment(AttachmentPicker_customer, props.customer);
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
  const wrong =
    error ??
    errorsByPath.file ??
    (mostBytes && size > mostBytes ? t('attachment.tooLarge', { most: bytes(mostBytes) }) : undefined);
  return (
    <div>
      <div className={css.files}>
        <MultiSelect
          label={t('attachment.files')}
          placeholder={chosen.length === 0 ? t('attachment.chooseFiles') : undefined}
          searchable
          maxValues={mostFiles}
          hidePickedOptions
          nothingFoundMessage={t('attachment.noFiles')}
          data={files.map((file) => ({ value: file.id, label: file.name }))}
          value={chosen}
          onChange={choose}
        />
        {viewerCan.uploadDocument && (
          <FileButton multiple onChange={(picked) => void upload(picked)} inputProps={{ 'aria-label': t('attachment.upload') }}>
            {(props) => (
              <Button {...props} variant="default" loading={pending} leftSection={<IconPaperclip size={15} stroke={1.8} />}>
                {t('attachment.upload')}
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
        mostBytes && size > 0 && <p className={css.hint}>{t('attachment.size', { size: bytes(size), most: bytes(mostBytes) })}</p>
      )}
    </div>
  );
}
