/** The visit that a chat comes from. */
@NullMarked
package org.lethe.chat.visit;

import org.jspecify.annotations.NullMarked;
