import { useTranslation } from 'react-i18next';
import { WayInText } from '../shared/account/way-in';
import { graphql } from '../shared/graphql/generated';
import type { DataArchiveHereQuery, OpenDataArchiveMutation } from '../shared/graphql/generated/graphql';
import { hashOf, post } from '../shared/graphql/post';
import { bytes } from '../shared/ui/format';
import { ByLink, Download, startPage } from './by-link';

const DataArchiveHere = graphql(`
  query DataArchiveHere($token: String!) { dataArchiveHere(token: $token) { reference size expiresAt } }
`);
const OpenDataArchive = graphql(`
  mutation OpenDataArchive($input: OpenDataArchiveInput!) {
    openDataArchive(input: $input) { downloadUrl userErrors { path code message } }
  }
`);

async function read(token: string) {
  const { data, errors } = await post<DataArchiveHereQuery>({ hash: hashOf(DataArchiveHere), variables: { token } });
  if (errors || !data) throw new Error('The link could not be read.');
  return data.dataArchiveHere;
}

async function open(token: string) {
  const { data, errors } = await post<OpenDataArchiveMutation>({
    hash: hashOf(OpenDataArchive),
    variables: { input: { token } },
  });
  return { data: data?.openDataArchive, errors };
}

/** The copy of their data for somebody who has no account: by the link that was mailed to them. */
function MyData() {
  const { t } = useTranslation('my-data');
  return (
    <ByLink title={t('title')} over={t('over')} read={read}>
      {({ reference, size, expiresAt }, token, again) => (
        <>
          <WayInText>{t('text', { reference })}</WayInText>
          <Download label={`${t('download')} (${bytes(size)})`} expiresAt={expiresAt} open={() => open(token)} changed={again} />
        </>
      )}
    </ByLink>
  );
}

export const start = (): Promise<void> => startPage('my-data', <MyData />);
