/** The demo accounts, created as support staff would. */
@NullMarked
package org.lethe.stack.account;

import org.jspecify.annotations.NullMarked;
