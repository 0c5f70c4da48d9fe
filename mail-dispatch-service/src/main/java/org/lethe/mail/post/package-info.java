/** Hands a mail to the mail server and tells what became of it. */
@NullMarked
package org.lethe.mail.post;

import org.jspecify.annotations.NullMarked;
