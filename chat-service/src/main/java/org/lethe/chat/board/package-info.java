/** The chats of an account as operators see them: who waits, and who talks with whom. */
@NullMarked
package org.lethe.chat.board;

import org.jspecify.annotations.NullMarked;
