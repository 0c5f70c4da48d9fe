/** Accounts and the settings that their controllers keep. */
@NullMarked
package org.lethe.chat.account;

import org.jspecify.annotations.NullMarked;
