import { useQuery } from '@apollo/client/react';
import { Select, Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { Failure } from '../ui/failure';
import { metres } from '../ui/format';
import { Section } from '../ui/section';
import { RowsSkeleton } from '../ui/skeletons';
import { useReached } from '../ui/use-reached';
import css from './customer-map.module.css';

const PlaceMap = lazy(() => import('../map/place-map'));

const CustomerMap_customer = graphql(`
  fragment CustomerMap_customer on Customer {
    id name
    addresses { id kind street city latitude longitude precision }
  }
`);

const CustomerNeighbours = graphql(`
  query CustomerNeighbours($latitude: Float!, $longitude: Float!, $radiusMetres: Int!, $exceptId: ID!) {
    customersNear(latitude: $latitude, longitude: $longitude, radiusMetres: $radiusMetres, exceptId: $exceptId, first: 30) {
      distanceMetres
      address { id city latitude longitude }
      customer { id name }
    }
    mapTiles { url attribution }
  }
`);

const RADII = [5, 10, 25, 50, 100].map((kilometres) => kilometres * 1000);
const USUAL = 25_000;

/** Where they are, and which other customers are near: on a map, and in words beside it. */
export function CustomerMap({ customer }: { customer: FragmentType<typeof CustomerMap_customer> }) {
  const { t } = useTranslation(['contact', 'ui']);
  const go = useNavigate();
  const { id, name, addresses } = readFragment(CustomerMap_customer, customer);
  const located = useMemo(
    () =>
      addresses.flatMap(({ latitude, longitude, ...address }) =>
        latitude === null || longitude === null ? [] : [{ ...address, latitude, longitude }],
      ),
    [addresses],
  );
  const [chosen, choose] = useState<string>();
  const [radius, setRadius] = useState(USUAL);
  const [split, reached] = useReached<HTMLDivElement>();
  const from = located.find((address) => address.id === chosen) ?? located[0];
  const { data, previousData, error, refetch } = useQuery(CustomerNeighbours, {
    variables: { latitude: from?.latitude ?? 0, longitude: from?.longitude ?? 0, radiusMetres: radius, exceptId: id },
    skip: !from || !reached,
  });
  const answer = data ?? previousData;
  const near = answer?.customersNear;
  const places = useMemo(() => {
    const own = located.map((address) => ({ ...address, title: `${name}, ${address.street}`, main: true }));
    const others = (near ?? []).flatMap(({ customer: other, address, distanceMetres }) =>
      other && address?.latitude != null && address.longitude != null
        ? [
            {
              id: other.id,
              latitude: address.latitude,
              longitude: address.longitude,
              title: `${other.name}, ${metres(distanceMetres)}`,
            },
          ]
        : [],
    );
    return [...own.filter((one) => one.id === from?.id), ...own.filter((one) => one.id !== from?.id), ...others];
  }, [located, near, name, from]);

  if (addresses.length === 0) return null;
  if (!from)
    return (
      <Section title={t('map.title')}>
        <p className={css.nothing}>{t('map.nowhere')}</p>
      </Section>
    );
  const nearAddress = located.some(({ precision }) => precision === 'ADDRESS');
  return (
    <Section
      title={t('map.title')}
      flush
      action={
        <Select
          size="xs"
          w={116}
          aria-label={t('map.radius')}
          allowDeselect={false}
          data={RADII.map((value) => ({ value: String(value), label: metres(value) }))}
          value={String(radius)}
          onChange={(value) => setRadius(Number(value))}
        />
      }
    >
      <div className={css.split} ref={split}>
        <div className={css.map}>
          <Suspense fallback={<Skeleton h="100%" mih={300} radius={0} />}>
            {answer ? (
              <PlaceMap
                label={t('map.label', { name })}
                places={places}
                radius={radius}
                tiles={answer.mapTiles}
                words={{ zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') }}
                open={(other) => void go(`/customers/${other}`)}
              />
            ) : (
              <Skeleton h="100%" mih={300} radius={0} />
            )}
          </Suspense>
        </div>
        <div className={css.beside}>
          {located.length > 1 && (
            <Select
              size="xs"
              label={t('map.from')}
              allowDeselect={false}
              data={located.map(({ id: value, street, kind }) => ({ value, label: `${street} (${t(`kind.${kind}`)})` }))}
              value={from.id}
              onChange={(value) => choose(value ?? undefined)}
            />
          )}
          <p className={css.precision}>{t(`precision.${from.precision ?? 'ADDRESS'}`)}</p>
          {error && !answer && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
          {reached && !near && !error && <RowsSkeleton rows={4} columns={2} />}
          {near && <p className={css.count}>{t('map.near', { count: near.length, radius: metres(radius) })}</p>}
          <ul className={css.list} aria-label={t('map.neighbours')}>
            {near?.map(
              ({ customer: other, address, distanceMetres }) =>
                other && (
                  <li key={other.id}>
                    <Link to={`/customers/${other.id}`}>{other.name}</Link>
                    <span>{address?.city}</span>
                    <b>{metres(distanceMetres)}</b>
                  </li>
                ),
            )}
          </ul>
        </div>
      </div>
      <p className={css.credit}>
        {[answer?.mapTiles?.attribution ?? t('map.outline'), t('map.data'), nearAddress && t('map.addresses')]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Section>
  );
}
