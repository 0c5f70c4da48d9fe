/** What accounts lost within the last day, for their consoles to say. */
@NullMarked
package org.lethe.chat.loss;

import org.jspecify.annotations.NullMarked;
