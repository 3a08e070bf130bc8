import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/i18n';
import type { Portal } from '../theme/palette';
import { Mark } from '../ui/mark';
import { Beam } from './beam';
import css from './entrance.module.css';

const languages = [
  ['fr', 'Français'],
  ['en', 'English'],
] as const;

/** One light enters the prism; the chosen door gets the brightest ray. Sign-in and door share it. */
export function Entrance({ chosen, children }: { chosen?: Portal; children: ReactNode }) {
  const { t } = useTranslation('auth');
  return (
    <main className={css.page}>
      <div className={css.panel} />
      <div className={css.intro}>
        <p className={css.brand}>
          <Mark size={26} />
          Prisme
        </p>
        <h1 className={css.title}>{t('slogan')}</h1>
      </div>
      <div className={css.beam}>
        <Beam chosen={chosen} />
      </div>
      {children}
      <fieldset className={css.foot}>
        <legend className="vh">{t('language')}</legend>
        {languages.map(([language, name]) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={i18next.language === language}
            onClick={() => void chooseLanguage(language)}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </main>
  );
}
