package org.lethe.chat.visitor;

import java.util.function.Consumer;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatServerFrame;

/**
 * The visitor's end of a socket.
 *
 * @param frames is sent what happens in the chat
 * @param refusals is told why the socket can't go on, and closed
 * @param close closes the socket of a chat that is over
 * @param seen the last message that the page has, 0 for none
 */
record Page(
        Consumer<ChatServerFrame> frames, Consumer<ErrorCode> refusals, Runnable close, long seen) {

    void send(ChatServerFrame frame) {
        frames.accept(frame);
    }
}
