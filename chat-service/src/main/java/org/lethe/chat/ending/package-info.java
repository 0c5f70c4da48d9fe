/** A chat ends in two fenced steps, and a sweep finishes what a crash left behind. */
@NullMarked
package org.lethe.chat.ending;

import org.jspecify.annotations.NullMarked;
