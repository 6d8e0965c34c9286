import type { Picture, PictureOverlay } from '../../../../model/picture.ts';
import type { PageProps } from '../../pages/page.ts';
import type { View } from '../state/view.ts';

export interface PanelProps extends PageProps {
  readonly picture: Picture;
  readonly judged: PictureOverlay | undefined;
  readonly view: View;
  readonly change: (view: View) => void;
  readonly onOpen: (id: string) => void;
}
