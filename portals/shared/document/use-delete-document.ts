import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { done } from '../ui/notify';

const DeleteDocument = graphql(`
  mutation DeleteDocument($input: DeleteDocumentInput!) {
    deleteDocument(input: $input) { deletedId userErrors { path code message } }
  }
`);

/** Deletes a document with its versions, once the person said so; answers whether it is gone. */
export function useDeleteDocument(changed: () => void) {
  const { t } = useTranslation('document');
  const { submit } = useSubmit(DeleteDocument, { fields: [] });
  return async ({ id, name }: { id: string; name: string }): Promise<boolean> => {
    const question = { title: t('delete.title', { name }), text: t('delete.text'), action: t('delete.action'), danger: true };
    if (!(await confirm(question))) return false;
    const payload = await submit(
      { input: { id } },
      { update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'Document', id }) }) },
    );
    if (!payload) return false;
    done(t('delete.done', { name }));
    changed();
    return true;
  };
}
