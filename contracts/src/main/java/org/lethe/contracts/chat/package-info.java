/** What people put into a chat, as it is sealed. */
@NullMarked
package org.lethe.contracts.chat;

import org.jspecify.annotations.NullMarked;
