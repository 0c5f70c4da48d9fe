import { words } from '../../words/data/en';
import { dataMessages } from '../messages/data/en';
import { dataPartKey, type DataPart } from './view/data-part';
import { dataViews } from './view/data-views';
import styles from './view/data.css';

/** The views of what is held of a person, a script of its own: it comes when somebody asks. */
(globalThis as { [dataPartKey]?: DataPart })[dataPartKey] = {
  ...dataViews(dataMessages, words),
  styles,
};
