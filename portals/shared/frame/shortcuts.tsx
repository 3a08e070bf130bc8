import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const keys = [
  ['Ctrl K', 'palette'],
  ['J', 'next'],
  ['K', 'previous'],
  ['Esc', 'escape'],
  ['?', 'help'],
] as const;

export default function Shortcuts({ close }: { close: () => void }) {
  const { t } = useTranslation('frame');
  return (
    <Modal opened onClose={close} title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Table highlightOnHover={false}>
        <Table.Tbody>
          {keys.map(([key, act]) => (
            <Table.Tr key={key}>
              <Table.Td w={88}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{t(`shortcuts.${act}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
