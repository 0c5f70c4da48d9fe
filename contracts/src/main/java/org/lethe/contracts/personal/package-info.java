/** Personal data as types: what each may be, and that it never says itself. */
@NullMarked
package org.lethe.contracts.personal;

import org.jspecify.annotations.NullMarked;
