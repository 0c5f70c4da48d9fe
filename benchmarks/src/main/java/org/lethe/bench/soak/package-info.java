/** What stays of chats that come and go. */
@NullMarked
package org.lethe.bench.soak;

import org.jspecify.annotations.NullMarked;
