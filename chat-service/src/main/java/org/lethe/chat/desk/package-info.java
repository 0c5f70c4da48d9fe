/** Operators: who is online, who waits for them, and the socket over which they chat. */
@NullMarked
package org.lethe.chat.desk;

import org.jspecify.annotations.NullMarked;
