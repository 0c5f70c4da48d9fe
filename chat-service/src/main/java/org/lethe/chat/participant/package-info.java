/** The socket of the visitor who is in a chat. */
@NullMarked
package org.lethe.chat.participant;

import org.jspecify.annotations.NullMarked;
