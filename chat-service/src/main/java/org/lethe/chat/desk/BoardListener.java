package org.lethe.chat.desk;

/** Hears what becomes of an account's chats; called one at a time, may block. */
@FunctionalInterface
interface BoardListener {
    void onBoard(Board board, BoardView view);
}
