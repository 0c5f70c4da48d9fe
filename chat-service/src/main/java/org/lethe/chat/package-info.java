/** The chat service: accounts, desk, conversations, offline messages. */
@NullMarked
package org.lethe.chat;

import org.jspecify.annotations.NullMarked;
