import { Button, Group, Modal, TagsInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomerChoices } from '../../shared/customer/use-customer-choices';

type TagDialogProps = { way: 'add' | 'remove'; count: number; pick: (words: string[]) => void; close: () => void };

/** The words in use most often are one click away. */
const MOST_OFFERED = 16;

/** Asks for the words that the picked customers get, or lose. */
export default function TagDialog({ way, count, pick, close }: TagDialogProps) {
  const { t } = useTranslation(['portal', 'customer', 'ui']);
  const { tags } = useCustomerChoices();
  const [words, setWords] = useState<string[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.length > 0) pick(words);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t(`customers.tagging.${way}`, { count })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit}>
        <TagsInput
          label={t('customer:field.tags')}
          description={t('customer:tagsHint')}
          maxTags={30}
          acceptValueOnBlur
          value={words}
          onChange={setWords}
          data-autofocus
        />
        <Group gap={6} mt="sm">
          {tags
            .filter((tag) => !words.includes(tag))
            .slice(0, MOST_OFFERED)
            .map((tag) => (
              <Button
                key={tag}
                variant="default"
                size="compact-xs"
                leftSection={<IconPlus size={11} stroke={2} />}
                onClick={() => setWords([...words, tag])}
              >
                {tag}
              </Button>
            ))}
        </Group>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" disabled={words.length === 0}>
            {t(way === 'add' ? 'customers.tagThem' : 'customers.untagThem')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
