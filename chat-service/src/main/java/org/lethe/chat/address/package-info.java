/** Addresses in chats and letters, for the switch that removes them. */
@NullMarked
package org.lethe.chat.address;

import org.jspecify.annotations.NullMarked;
