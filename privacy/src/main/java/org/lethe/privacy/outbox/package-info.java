/** Takes events that scripts left in Redis to the event bus, at least once. */
@NullMarked
package org.lethe.privacy.outbox;

import org.jspecify.annotations.NullMarked;
