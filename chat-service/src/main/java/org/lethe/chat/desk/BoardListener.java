package org.lethe.chat.desk;

/** Hears what becomes of an account's chats; called one at a time, may block. */
@FunctionalInterface
public interface BoardListener {
    /**
     * Tells the listener what there is now.
     *
     * @return false if something could not be passed on: it is told again soon, as after an
     *     exception
     */
    boolean onBoard(Board board, BoardView view);
}
