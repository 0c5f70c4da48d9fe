/** Whose turn it is with a letter, kept in the store beside it. */
@NullMarked
package org.lethe.mail.lease;

import org.jspecify.annotations.NullMarked;
