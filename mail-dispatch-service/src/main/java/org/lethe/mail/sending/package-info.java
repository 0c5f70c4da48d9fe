/** Takes a letter from the vault, makes a mail of it and hands that to the mail server. */
@NullMarked
package org.lethe.mail.sending;

import org.jspecify.annotations.NullMarked;
