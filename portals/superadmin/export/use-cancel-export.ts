import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';

const CancelExport = graphql(`
  mutation CancelExport($input: CancelExportInput!) {
    cancelExport(input: $input) { exportRun { id status finishedAt viewerCan { cancel } } userErrors { path code message } }
  }
`);

/** Stops an export; what it was writing is thrown away. */
export function useCancelExport() {
  const { submit } = useSubmit(CancelExport, { fields: [] });
  return (id: string) => submit({ input: { id } });
}
