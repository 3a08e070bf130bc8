import { IconCheck, IconX } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import css from './access.module.css';

const Explanation_access = graphql(`
  fragment Explanation_access on AccessExplanation { outcome summary steps { rule depth holds text } }
`);

const tones = { SEEN: 'green', SEEN_THROUGH_OTHERS: 'yellow', HIDDEN: 'red' } as const;

/** The verdict, then every rule with whether it holds; conditions stand below the rule they are a part of. */
export function Explanation(props: { access: FragmentType<typeof Explanation_access> }) {
  const { t } = useTranslation();
  const { outcome, summary, steps } = readFragment(Explanation_access, props.access);
  return (
    <Section title={t('access.answer')} action={<Status tone={tones[outcome]}>{t(`access.outcome.${outcome}`)}</Status>}>
      <p className={css.summary}>{summary}</p>
      <ol className={css.steps}>
        {steps.map(({ rule, depth, holds, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
          <li key={i} style={{ '--depth': depth } as CSSProperties} data-holds={holds}>
            <span className={css.mark}>
              {holds ? <IconCheck size={14} stroke={2.2} aria-hidden /> : <IconX size={14} stroke={2.2} aria-hidden />}
              <span className="vh">{t(holds ? 'access.holds' : 'access.fails')}</span>
            </span>
            <span className={css.words}>
              {depth === 0 && <span className={css.rule}>{t(`access.rules.${rule}`)}</span>}
              {text}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
