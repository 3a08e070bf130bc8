import { IconBuildingStore, IconShieldLock, IconTool, IconUser } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type Portal, palette, portalNames, portals } from '../theme/palette';
import css from './entrance.module.css';

const icons = { revendeur: IconBuildingStore, client: IconUser, superadmin: IconShieldLock, prestataire: IconTool };

const colours = (portal: Portal) => {
  const { color } = portals[portal];
  return {
    '--hue': `var(--mantine-color-${color}-text)`,
    '--soft': `var(--mantine-color-${color}-light)`,
    '--edge': palette[color][5],
  } as CSSProperties;
};

function DoorText({ portal }: { portal: Portal }) {
  const { t } = useTranslation('auth');
  const Glyph = icons[portal];
  return (
    <>
      <span className={css.icon}>
        <Glyph size={18} stroke={1.6} aria-hidden />
      </span>
      <span className={css.name}>{t(`portals:${portal}.name`)}</span>
      <span className={css.who}>{t(`portals:${portal}.who`)}</span>
    </>
  );
}

/** Four doors as links. */
export function DoorLinks({
  doors = portalNames,
  look,
}: {
  doors?: readonly Portal[];
  look?: (portal: Portal | undefined) => void;
}) {
  return (
    <div className={css.doors}>
      {doors.map((portal) => (
        <a
          key={portal}
          href={`/${portal}/`}
          className={css.door}
          style={colours(portal)}
          onMouseEnter={() => look?.(portal)}
          onFocus={() => look?.(portal)}
        >
          <DoorText portal={portal} />
        </a>
      ))}
    </div>
  );
}

/** Four doors as a choice, above the form. */
export function DoorChoice({ door, choose }: { door: Portal; choose: (portal: Portal) => void }) {
  const { t } = useTranslation('auth');
  return (
    <fieldset className={css.doors}>
      <legend className="vh">{t('door')}</legend>
      {portalNames.map((portal) => (
        <label key={portal} className={css.door} style={colours(portal)}>
          <input
            className={css.radio}
            type="radio"
            name="door"
            value={portal}
            checked={door === portal}
            onChange={() => choose(portal)}
          />
          <DoorText portal={portal} />
        </label>
      ))}
    </fieldset>
  );
}
