import { Button } from '@mantine/core';
import { IconListDetails, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Section } from '../../shared/ui/section';
import { Person } from '../../shared/ui/who';
import css from './dashboard.module.css';

const HomeRail_customer = graphql(`
  fragment HomeRail_customer on Customer { id name manager { id name } }
`);

/** Who looks after the client, and the two things done most. */
export function HomeRail(props: { customers: readonly FragmentType<typeof HomeRail_customer>[] }) {
  const { t } = useTranslation();
  const customers = props.customers.map((customer) => readFragment(HomeRail_customer, customer));
  return (
    <>
      {customers.map(
        ({ id, name, manager }) =>
          manager && (
            <Section key={id} plain title={t('home.manager')}>
              <div className={css.contact}>
                <Person name={manager.name} size={40} only />
                <div>
                  <p className={css.person}>{manager.name}</p>
                  <p className={css.text}>{t('home.managerOf', { name })}</p>
                </div>
              </div>
            </Section>
          ),
      )}
      <Section plain title={t('home.share')}>
        <p className={css.help}>{t('home.shareText')}</p>
        <div className={css.pair}>
          <Button component={Link} to="/documents" variant="default" leftSection={<IconUpload size={15} stroke={1.7} />}>
            {t('home.drop')}
          </Button>
          <Button component={Link} to="/statement" variant="default" leftSection={<IconListDetails size={15} stroke={1.7} />}>
            {t('home.statement')}
          </Button>
        </div>
      </Section>
    </>
  );
}
