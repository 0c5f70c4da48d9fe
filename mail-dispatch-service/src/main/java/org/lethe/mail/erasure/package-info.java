/** Erases letters. */
@NullMarked
package org.lethe.mail.erasure;

import org.jspecify.annotations.NullMarked;
