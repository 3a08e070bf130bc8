import 'leaflet/dist/leaflet.css';
import {
  circle,
  control,
  divIcon,
  type Map as LeafletMap,
  latLng,
  layerGroup,
  map as leafletMap,
  marker,
  polygon,
  svg,
  tileLayer,
} from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import land from './land.json';
import { ringOf, townsIn } from './outline';
import css from './place-map.module.css';

export type Place = { id: string; latitude: number; longitude: number; title: string; main?: boolean };
export type Tiles = { url: string; attribution: string };

type PlaceMapProps = {
  label: string;
  places: readonly Place[];
  /** Metres around the first place. */
  radius?: number;
  /** Pictures behind the outline, where the product is set up to have some. */
  tiles?: Tiles | null;
  words: { zoomIn: string; zoomOut: string };
  open?: (id: string) => void;
};

const FARTHEST_IN = 14;

/** A map without anything from elsewhere: the outline of the land, names of towns, and the places. What it shows is also said beside it. */
export default function PlaceMap({ label, places, radius, tiles, words, open }: PlaceMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LeafletMap>();
  const opened = useRef(open);
  opened.current = open;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once; its words and tiles don't change under it
  useEffect(() => {
    if (!box.current) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const made = leafletMap(box.current, {
      attributionControl: false,
      zoomControl: false,
      // A page that is scrolled past the map stays a page that scrolls.
      scrollWheelZoom: false,
      zoomAnimation: !still,
      fadeAnimation: !still,
      inertia: !still,
      renderer: svg({ padding: 0.5 }),
      minZoom: 4,
      zoomSnap: tiles ? 1 : 0.5,
      maxZoom: tiles ? 18 : FARTHEST_IN,
    });
    control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(made);
    if (tiles) tileLayer(tiles.url).addTo(made);
    else drawLand(made);
    made.on('focus', () => made.scrollWheelZoom.enable()).on('blur', () => made.scrollWheelZoom.disable());
    setMap(made);
    const resized = new ResizeObserver(() => made.invalidateSize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      made.remove();
    };
  }, []);

  const [first] = places;
  const where = first ? `${first.latitude},${first.longitude},${radius}` : '';
  useEffect(() => {
    if (!map || !where) return;
    const [latitude = 0, longitude = 0, metres = 0] = where.split(',').map(Number);
    map.fitBounds(latLng(latitude, longitude).toBounds(2 * (metres || 5000)), { animate: false });
  }, [map, where]);

  useEffect(() => {
    if (!map) return;
    const group = layerGroup().addTo(map);
    const [middle] = places;
    if (middle && radius)
      circle([middle.latitude, middle.longitude], { radius, className: css.radius, interactive: false }).addTo(group);
    for (const { id, latitude, longitude, title, main } of places) {
      const icon = divIcon({ className: main ? css.pin : css.dot, iconSize: main ? [22, 22] : [14, 14] });
      const mark = marker([latitude, longitude], { icon, keyboard: false, zIndexOffset: main ? 1000 : 0 }).addTo(group);
      mark.bindTooltip(title, { className: css.tip, direction: 'top', offset: [0, -8] });
      if (!main) mark.on('click', () => opened.current?.(id));
    }
    return () => {
      group.remove();
    };
  }, [map, places, radius]);

  return <div ref={box} className={css.map} data-tiles={tiles ? true : undefined} role="application" aria-label={label} />;
}

/** The land, and the names of as many towns as there is room for. */
function drawLand(map: LeafletMap): void {
  polygon(land.around.map(ringOf), { className: css.around, interactive: false, smoothFactor: 0.7 }).addTo(map);
  polygon(land.france.map(ringOf), { className: css.land, interactive: false, smoothFactor: 0.7 }).addTo(map);
  const names = layerGroup().addTo(map);
  map.on('moveend zoomend', () => {
    names.clearLayers();
    const bounds = map.getBounds();
    const room = (latitude: number, longitude: number) => map.latLngToContainerPoint([latitude, longitude]);
    for (const { name, latitude, longitude } of townsIn(map.getZoom(), (at) => bounds.contains(at), room)) {
      const text = document.createElement('span');
      text.textContent = name;
      const icon = divIcon({ className: css.town, html: text, iconSize: [4, 4] });
      marker([latitude, longitude], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(names);
    }
  });
}
