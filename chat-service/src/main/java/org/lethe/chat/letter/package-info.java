/** Letters are made: opened, sealed and, when nothing came of them, taken back. */
@NullMarked
package org.lethe.chat.letter;

import org.jspecify.annotations.NullMarked;
