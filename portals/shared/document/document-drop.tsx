import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { DocumentCategory, DocumentVisibility } from '../graphql/generated/graphql';
import { useUpload } from '../graphql/use-upload';
import { DropZone } from '../ui/drop-zone';
import { categories, visibilities } from './document-categories';
import css from './document-drop.module.css';

const UploadDocument = graphql(`
  mutation UploadDocument($input: UploadDocumentInput!) {
    uploadDocument(input: $input) {
      document { id ...DocumentRow_document }
      userErrors { path code message }
    }
  }
`);

type DocumentDropProps = {
  /** Where the files belong: one of them. */
  place: { customerId: string } | { projectId: string } | { missionId: string };
  /** Lets the person choose who sees it: for our own people. Without it the server decides by who uploads. */
  sharing?: boolean;
  /** What they are, where that is known; otherwise the person chooses. */
  category?: DocumentCategory;
  changed: () => void;
};

/** Drop files, or choose them: each becomes a document, with its progress. */
export function DocumentDrop({ place, sharing, category: given, changed }: DocumentDropProps) {
  const { t } = useTranslation('document');
  const [chosen, setChosen] = useState<DocumentCategory>('OTHER');
  const category = given ?? chosen;
  const [visibility, setVisibility] = useState<DocumentVisibility>('INTERNAL');
  const upload = useUpload(
    UploadDocument,
    (file) => ({ input: { ...place, file, category, visibility: sharing ? visibility : undefined } }),
    { onDone: changed },
  );
  return (
    <div className={css.frame}>
      <DropZone hint={t('hint')} {...upload} />
      {(sharing || !given) && (
        <div className={css.choices}>
          {!given && (
            <Select
              className={css.choice}
              label={t('fileUnder')}
              size="xs"
              allowDeselect={false}
              data={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
              value={chosen}
              onChange={(value) => value && setChosen(value)}
            />
          )}
          {sharing && (
            <Select
              className={css.choice}
              label={t('seenBy')}
              size="xs"
              allowDeselect={false}
              data={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
              value={visibility}
              onChange={(value) => value && setVisibility(value)}
            />
          )}
        </div>
      )}
    </div>
  );
}
