/** A chat as it lies sealed in the store: form, log of messages, state. */
@NullMarked
package org.lethe.chat.conversation;

import org.jspecify.annotations.NullMarked;
