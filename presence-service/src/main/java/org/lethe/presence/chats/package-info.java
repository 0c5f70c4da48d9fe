/** Notes on visits which chat their visitors are in, and with whom. */
@NullMarked
package org.lethe.presence.chats;

import org.jspecify.annotations.NullMarked;
