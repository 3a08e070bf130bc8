import { Button } from '@mantine/core';
import { IconMail, IconMapPin, IconNavigation, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, duration, money } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { Person } from '../../shared/ui/who';
import css from './mission.module.css';
import { placeOf, wayTo } from './place';
import { schedule } from './when';

const MissionRail_mission = graphql(`
  fragment MissionRail_mission on Mission {
    id status scheduledStart scheduledEnd street postalCode city feeCents currency estimatedMinutes deliveredAt approvedAt
    customer { id name phone email contacts { id name position email phone primary } }
  }
`);

/** Where to go, whom to ask there, and what it pays. */
export function MissionRail(props: { mission: FragmentType<typeof MissionRail_mission> }) {
  const { t } = useTranslation();
  const mission = readFragment(MissionRail_mission, props.mission);
  const { status, customer, feeCents, currency, estimatedMinutes, deliveredAt, approvedAt } = mission;
  const place = placeOf(mission);
  const contacts = customer?.contacts.length
    ? customer.contacts.toSorted((a, b) => Number(b.primary) - Number(a.primary))
    : customer
      ? [{ ...customer, position: undefined }]
      : [];
  const facts: [string, ReactNode][] = [
    [t('missions.when'), schedule(mission, t)],
    ...(typeof estimatedMinutes === 'number' ? [[t('mission.planned'), duration(estimatedMinutes)] as [string, string]] : []),
    ...(typeof feeCents === 'number' ? [[t('missions.fee'), money(feeCents, currency)] as [string, string]] : []),
    ...(deliveredAt && status !== 'IN_PROGRESS' ? [[t('mission.deliveredOn'), dateShort(deliveredAt)] as [string, string]] : []),
    ...(approvedAt ? [[t('mission.approvedOn'), dateShort(approvedAt)] as [string, string]] : []),
  ];
  return (
    <>
      <Section plain title={t('missions.place')}>
        <p className={css.place}>
          <IconMapPin size={16} stroke={1.6} aria-hidden />
          {place || t('mission.anywhere')}
        </p>
        {place && (
          <Button
            component="a"
            href={wayTo(mission)}
            target="_blank"
            rel="noreferrer"
            variant="default"
            fullWidth
            leftSection={<IconNavigation size={15} stroke={1.7} />}
          >
            {t('mission.way')}
          </Button>
        )}
      </Section>
      {contacts.length > 0 && (
        <Section plain title={t('mission.contacts')} count={contacts.length}>
          <ul className={css.contacts}>
            {contacts.map(({ id, name, position, phone, email }) => (
              <li key={id}>
                <Person name={name} size={28} only />
                <span className={css.contact}>
                  <span className={css.name}>{name}</span>
                  {position && <span className={css.note}>{position}</span>}
                </span>
                {phone && (
                  <Button component="a" href={`tel:${phone}`} variant="default" px={9} aria-label={t('mission.call', { name })}>
                    <IconPhone size={16} stroke={1.7} />
                  </Button>
                )}
                {email && (
                  <Button
                    component="a"
                    href={`mailto:${email}`}
                    variant="default"
                    px={9}
                    aria-label={t('mission.write', { name })}
                  >
                    <IconMail size={16} stroke={1.7} />
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section plain title={t('mission.terms')}>
        <Facts columns={2} items={facts} />
      </Section>
    </>
  );
}
