/** The chats that somebody on this replica has a socket of: what happens in them is handed on. */
@NullMarked
package org.lethe.chat.live;

import org.jspecify.annotations.NullMarked;
