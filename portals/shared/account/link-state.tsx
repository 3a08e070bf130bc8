import { useQuery } from '@apollo/client/react';
import { Button, Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { LinkPurpose } from '../graphql/generated/graphql';
import { problemOf } from '../graphql/problem';
import type { Portal } from '../theme/palette';
import { Failure } from '../ui/failure';
import { tokenHere, WayIn, WayInText } from './way-in';

const WayInLink = graphql(`
  query WayInLink($token: String!) { mailedLink(token: $token) { state purpose } }
`);

type LinkStateProps = {
  portal: Portal;
  purposes: readonly LinkPurpose[];
  /** The page where another link is asked for, and what that is called. */
  again?: [page: string, label: string];
  children: (token: string, purpose: LinkPurpose) => ReactNode;
};

/** What a mailed link opens; where it works no more, why, and how to go on. */
export function LinkState({ portal, purposes, again, children }: LinkStateProps) {
  const { t } = useTranslation('way-in');
  const token = tokenHere();
  const { data, error, refetch } = useQuery(WayInLink, { variables: { token }, fetchPolicy: 'no-cache' });
  if (error)
    return (
      <WayIn portal={portal} title={t('link.failed')}>
        <Failure problem={problemOf(error)} retry={() => void refetch()} />
      </WayIn>
    );
  if (!data)
    return (
      <WayIn portal={portal} title={t('link.looking')}>
        <Center mih={120}>
          <Loader size="sm" color="gray" />
        </Center>
      </WayIn>
    );
  const { state, purpose } = data.mailedLink;
  const fits = purpose && purposes.includes(purpose);
  if (fits && state === 'OPEN') return children(token, purpose);
  const why = fits ? state : 'UNKNOWN';
  return (
    <WayIn portal={portal} title={t(`link.${why}.title`)}>
      <WayInText>{t(`link.${why}.text`)}</WayInText>
      {again && (
        <Button component="a" href={`/${portal}/${again[0]}`} variant="default">
          {again[1]}
        </Button>
      )}
    </WayIn>
  );
}
