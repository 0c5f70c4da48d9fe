/**
 * Whether the visitors of chats are still there: what is heard of them, and until when it holds.
 */
@NullMarked
package org.lethe.chat.presence;

import org.jspecify.annotations.NullMarked;
