/** Tests of this package. */
@NullMarked
package org.lethe.mail.letter;

import org.jspecify.annotations.NullMarked;
