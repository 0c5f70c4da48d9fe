/** What the store has of letters: the sealed content, and whose turn it is with each. */
@NullMarked
package org.lethe.mail.letter;

import org.jspecify.annotations.NullMarked;
