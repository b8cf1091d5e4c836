// A button of the bar that opens a sheet over the page: a modal dialog with a heading and a cross.

import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

export interface SheetProps {
  readonly name: string;
  readonly title: string;
  readonly sign: string;
  /** Open from outside, for example by a key. */
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  readonly children: (close: () => void) => ReactNode;
}

export function Sheet({ name, title, sign, open, onOpen, children }: SheetProps) {
  const [own, setOwn] = useState(false);
  const set = onOpen ?? setOwn;
  return (
    <DialogTrigger isOpen={open ?? own} onOpenChange={set}>
      <Button className="button bar-button" aria-label={name}>
        <span aria-hidden="true">{sign}</span> <span className="wide-only">{name}</span>
      </Button>
      <ModalOverlay className="sheet-ground" isDismissable>
        <Modal className="sheet">
          <Dialog className="sheet-dialog">
            {({ close }) => (
              <>
                <header className="panel-head">
                  <Heading slot="title" level={2}>
                    {title}
                  </Heading>
                  <button type="button" className="icon-button" aria-label="Close" onClick={close}>
                    <span aria-hidden="true">✕</span>
                  </button>
                </header>
                {children(close)}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
