import { CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConsentChannels } from '../../shared/consent/consent-channels';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { siret as spaced } from '../../shared/ui/format';
import { Tags } from '../../shared/ui/tags';
import { Person } from '../../shared/ui/who';
import css from './customer-header.module.css';

const CustomerFacts_customer = graphql(`
  fragment CustomerFacts_customer on Customer {
    id kind reference siret tags
    manager { id name }
    consents { id ...ConsentChannels_consent }
  }
`);

/** The one line below the name: who they are in law, who looks after them, how they may be reached. */
export function CustomerFacts(props: { customer: FragmentType<typeof CustomerFacts_customer> }) {
  const { t } = useTranslation(['portal', 'customer']);
  const { kind, reference, siret, tags, manager, consents } = readFragment(CustomerFacts_customer, props.customer);
  return (
    <>
      <span className={css.wide}>{t(`customer:kind.${kind}`)}</span>
      {siret ? (
        <CopyButton value={siret}>
          {({ copied, copy }) => (
            <button type="button" className={css.copy} onClick={copy}>
              <span className={css.wide}>{t('customer.siret')}</span>
              <span className="num">{spaced(siret)}</span>
              <span className="vh">, {t(copied ? 'customer.copied' : 'customer.copy')}</span>
              {copied ? <IconCheck size={13} stroke={2} aria-hidden /> : <IconCopy size={13} stroke={1.7} aria-hidden />}
            </button>
          )}
        </CopyButton>
      ) : (
        <span className="num">{reference}</span>
      )}
      {manager && (
        <span className={css.owner}>
          <Person name={manager.name} size={18} />
        </span>
      )}
      {consents && <ConsentChannels consents={consents} />}
      {tags && tags.length > 0 && (
        <span className={css.tags}>
          <Tags tags={tags} />
        </span>
      )}
    </>
  );
}
