/** Takes letters from the vault under a lease, sends them and destroys them. */
@NullMarked
package org.lethe.mail.dispatch;

import org.jspecify.annotations.NullMarked;
