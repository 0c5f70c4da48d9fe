/** Tests of this package. */
@NullMarked
package org.lethe.mail.post;

import org.jspecify.annotations.NullMarked;
