package org.lethe.runtime.caller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who says hello on a socket.
 *
 * @param until when the token that opens the socket is taken no more, and so the socket neither;
 *     null for visitors, whose sockets end with their visit or chat
 */
public record Greeting(Caller caller, @Nullable Instant until) {}
