import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { date } from '../../shared/ui/format';
import { Page, PageHeader } from '../../shared/ui/page';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './purpose.module.css';

const PurposeForm = lazy(() => import('./purpose-form'));
const TextForm = lazy(() => import('./text-form'));

const AdminPurposes = graphql(`
  query AdminPurposes {
    contactPurposes {
      id code personBasis companyBasis necessary channels audience retentionMonths renewalMonths doubleOptIn active
      viewerCan { update }
      ...PurposeForm_purpose
    }
    consentTexts { id purpose version locale body sha256 validFrom validTo }
  }
`);

/** What people are reached for: what allows it, how long it holds, and the words they are shown. */
export function PurposeList() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(AdminPurposes, { fetchPolicy: 'cache-and-network' });
  const [edited, edit] = useState<string>();
  const [written, write] = useState<string>();
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const chosen = data?.contactPurposes.find(({ id }) => id === (edited ?? written));
  const bodyOf = (locale: string) =>
    data?.consentTexts.find((text) => text.purpose === chosen?.code && text.locale === locale)?.body ?? '';
  return (
    <Page>
      <Crumbs items={[[t('nav.purposes')]]} />
      <PageHeader title={t('nav.purposes')} lead={t('purposes.lead')} />
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />}
      {!data && !error && <RowsSkeleton rows={6} columns={3} />}
      <div className={css.stack}>
        {data?.contactPurposes.map((purpose) => {
          const { id, code, personBasis, companyBasis, necessary, channels, audience, viewerCan } = purpose;
          const texts = data.consentTexts.filter((text) => text.purpose === code && text.locale === language);
          const months = (count: number) => t('purposes.months', { count });
          return (
            <Section
              key={id}
              title={t(`consent:purpose.${code}`)}
              action={
                viewerCan.update && (
                  <span className={css.acts}>
                    {!necessary && (
                      <Button size="xs" variant="default" onClick={() => write(id)}>
                        {t('purposes.publish')}
                      </Button>
                    )}
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('purposes.editNamed', { name: t(`consent:purpose.${code}`) })}
                      onClick={() => edit(id)}
                    >
                      {t('purposes.edit')}
                    </Button>
                  </span>
                )
              }
            >
              <Facts
                columns={3}
                items={[
                  [t('purposes.personBasis'), t(`purposes.basis.${personBasis}`)],
                  [t('purposes.companyBasis'), t(`purposes.basis.${companyBasis}`)],
                  [t('purposes.channels'), channels.map((channel) => t(`consent:channel.${channel}`)).join(', ')],
                  [t('purposes.audience'), t(`purposes.audiences.${audience}`)],
                  [t('purposes.retention'), months(purpose.retentionMonths)],
                  [t('purposes.renewal'), purpose.renewalMonths ? months(purpose.renewalMonths) : t('purposes.noEnd')],
                  ...(necessary
                    ? []
                    : ([
                        [t('purposes.doubleOptIn'), t(purpose.doubleOptIn ? 'purposes.yes' : 'purposes.no')],
                        [t('purposes.active'), t(purpose.active ? 'purposes.yes' : 'purposes.no')],
                      ] as [string, string][])),
                ]}
              />
              {texts.length > 0 && (
                <details className={css.texts}>
                  <summary>{t('purposes.versions', { count: texts.length })}</summary>
                  <ol>
                    {texts.map((text) => (
                      <li key={text.id}>
                        <b>{t('consent:text', { version: text.version })}</b>{' '}
                        {text.validTo
                          ? t('purposes.fromTo', { from: date(text.validFrom), to: date(text.validTo) })
                          : t('purposes.since', { from: date(text.validFrom) })}
                        <p>{text.body}</p>
                        <code>SHA-256 {text.sha256}</code>
                      </li>
                    ))}
                  </ol>
                </details>
              )}
            </Section>
          );
        })}
      </div>
      <Suspense>
        {chosen && edited && <PurposeForm purpose={chosen} close={() => edit(undefined)} />}
        {chosen && written && (
          <TextForm purpose={chosen.code} fr={bodyOf('fr')} en={bodyOf('en')} close={() => write(undefined)} />
        )}
      </Suspense>
    </Page>
  );
}
