import { PasswordInput } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { WayInText } from '../shared/account/way-in';
import { graphql } from '../shared/graphql/generated';
import type { OpenSharedDocumentMutation, SharedDocumentHereQuery } from '../shared/graphql/generated/graphql';
import { hashOf, post } from '../shared/graphql/post';
import { FileMark } from '../shared/ui/file-mark';
import { bytes } from '../shared/ui/format';
import { ByLink, Download, startPage } from './by-link';
import css from './by-link.module.css';

const SharedDocumentHere = graphql(`
  query SharedDocumentHere($token: String!) {
    documentShare(token: $token) { name size mime sharedBy expiresAt hasPassword downloadsLeft }
  }
`);
const OpenSharedDocument = graphql(`
  mutation OpenSharedDocument($input: OpenDocumentShareInput!) {
    openDocumentShare(input: $input) { downloadUrl userErrors { path code message } }
  }
`);

async function read(token: string) {
  const { data, errors } = await post<SharedDocumentHereQuery>({ hash: hashOf(SharedDocumentHere), variables: { token } });
  if (errors || !data) throw new Error('The link could not be read.');
  return data.documentShare;
}

async function open(token: string, password: string | null) {
  const variables = { input: { token, password } };
  const { data, errors } = await post<OpenSharedDocumentMutation>({ hash: hashOf(OpenSharedDocument), variables });
  return { data: data?.openDocumentShare, errors };
}

/** A document that somebody of ours shared by a link. */
function SharedDocument() {
  const { t } = useTranslation('shared-document');
  const password = (mistake?: string) => (
    <PasswordInput
      label={t('password')}
      name="password"
      autoComplete="off"
      required
      withAsterisk={false}
      error={mistake}
      visibilityToggleButtonProps={{ 'aria-label': t('show') }}
    />
  );
  return (
    <ByLink title={t('title')} over={t('over')} read={read}>
      {({ name, size, sharedBy, expiresAt, hasPassword, downloadsLeft }, token, again) => (
        <>
          <WayInText>
            <Trans t={t} i18nKey="by" values={{ name: sharedBy }} components={{ b: <strong /> }} />
          </WayInText>
          <div className={css.file}>
            <FileMark name={name} />
            <div className={css.about}>
              <span className={css.name}>{name}</span>
              <span className={css.sub}>{bytes(size)}</span>
            </div>
          </div>
          <Download
            label={t('download')}
            expiresAt={expiresAt}
            limit={downloadsLeft === null ? undefined : t('left', { count: downloadsLeft })}
            open={(form) => open(token, hasPassword ? String(form.get('password')) : null)}
            changed={again}
            field={hasPassword ? { name: 'password', draw: password } : undefined}
          />
        </>
      )}
    </ByLink>
  );
}

export const start = (): Promise<void> => startPage('shared-document', <SharedDocument />);
