package org.lethe.stack.keys;

import java.util.List;

/** The processes that work with the keys. */
interface Fleet {

    /** What each says of its keys now; none if nobody said which there are. */
    List<ProcessKeys> ask();

    /**
     * Has every process read the files anew, by starting it again.
     *
     * @throws KeysRefusedException if that is for somebody else to do
     */
    void startAgain();
}
