import type { ReactElement } from 'react';
import {
  Autocomplete,
  Button,
  Input,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { MechanismView } from '../../../../main/api/model/model-api.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';

interface MechanismMenuProps {
  readonly label: string;
  readonly icon: IconName;
  /** Shown beside the icon; absent: only the icon. */
  readonly text?: string;
  readonly mechanisms: readonly MechanismView[];
  onChoose(id: string): void;
}

/** Mechanisms to choose from, with what each does; typing narrows them. */
export function MechanismMenu({ label, icon, text, mechanisms, onChoose }: MechanismMenuProps): ReactElement {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <MenuTrigger>
      <Button
        className={`button ${text === undefined ? 'button-quiet button-icon' : 'button-plain'}`}
        aria-label={label}
      >
        <Icon name={icon} />
        {text}
      </Button>
      <Popover className="mechanism-menu" placement="bottom start">
        <Autocomplete filter={contains}>
          {mechanisms.length > 4 && (
            <SearchField aria-label="Search mechanisms" autoFocus>
              <Input className="input" placeholder="Search mechanisms" />
            </SearchField>
          )}
          <Menu
            aria-label={label}
            items={mechanisms}
            onAction={(key) => onChoose(String(key))}
            renderEmptyState={() => <p className="muted">No mechanism is called that.</p>}
          >
            {(mechanism) => (
              <MenuItem
                id={mechanism.id}
                textValue={`${mechanism.title} ${mechanism.id} ${mechanism.summary}`}
              >
                <span className="mechanism-name">
                  {mechanism.title}
                  {mechanism.own && <span className="node-own">yours</span>}
                </span>
                <span className="mechanism-summary">{mechanism.summary}</span>
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </Popover>
    </MenuTrigger>
  );
}
